@NullMarked
package com.socialflow.social.search;

import org.jspecify.annotations.NullMarked;
