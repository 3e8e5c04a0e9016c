/** Leaving: a time to think again, then the erasure of everything that is known of a person. */
@NullMarked
package com.socialflow.user.erasure;

import org.jspecify.annotations.NullMarked;
