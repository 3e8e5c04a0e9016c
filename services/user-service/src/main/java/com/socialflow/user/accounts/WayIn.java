package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;

/** A way to sign in: every feature that is one says how many of it an account has. */
public interface WayIn {

    /** How many an account has, such as passkeys. */
    int count(AccountId account);
}
