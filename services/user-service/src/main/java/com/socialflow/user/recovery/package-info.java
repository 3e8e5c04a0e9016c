/** Passwords: a new one for who lost it, and another one for who has it. */
@NullMarked
package com.socialflow.user.recovery;

import org.jspecify.annotations.NullMarked;
