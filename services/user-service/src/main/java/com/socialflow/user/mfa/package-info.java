/** Codes beside the password: those that change with time, and those for the day when they can't be had. */
@NullMarked
package com.socialflow.user.mfa;

import org.jspecify.annotations.NullMarked;
