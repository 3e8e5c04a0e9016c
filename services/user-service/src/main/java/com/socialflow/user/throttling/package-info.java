/** Counting tries, so that guessing does not pay. */
@NullMarked
package com.socialflow.user.throttling;

import org.jspecify.annotations.NullMarked;
