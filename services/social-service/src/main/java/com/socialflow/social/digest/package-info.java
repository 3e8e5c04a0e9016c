/** Writes to people who are away what they missed, if they asked for it. */
@NullMarked
package com.socialflow.social.digest;

import org.jspecify.annotations.NullMarked;
