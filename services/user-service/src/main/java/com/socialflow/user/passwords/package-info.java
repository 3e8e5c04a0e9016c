/** Passwords: which are good enough, and how they are kept. */
@NullMarked
package com.socialflow.user.passwords;

import org.jspecify.annotations.NullMarked;
