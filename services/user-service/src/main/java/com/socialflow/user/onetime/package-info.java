/** Tokens that work once, sent to somebody who proves by them to have a mailbox. */
@NullMarked
package com.socialflow.user.onetime;

import org.jspecify.annotations.NullMarked;
