@NullMarked
package com.socialflow.social.push;

import org.jspecify.annotations.NullMarked;
