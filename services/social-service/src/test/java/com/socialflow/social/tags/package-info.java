@NullMarked
package com.socialflow.social.tags;

import org.jspecify.annotations.NullMarked;
