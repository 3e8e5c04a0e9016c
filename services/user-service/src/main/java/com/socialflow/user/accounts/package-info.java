/** Accounts: who there is, and how one becomes someone. */
@NullMarked
package com.socialflow.user.accounts;

import org.jspecify.annotations.NullMarked;
