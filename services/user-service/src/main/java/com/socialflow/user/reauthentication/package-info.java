/** Proving once more to be oneself, before something that an open session alone must not do. */
@NullMarked
package com.socialflow.user.reauthentication;

import org.jspecify.annotations.NullMarked;
