package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;

/** Accounts that begin with a passkey instead of a password: what knows passkeys implements it. */
public interface PasskeyEnrolment {

    /**
     * Gives the account its first passkey, in the transaction that makes the account.
     *
     * @throws com.socialflow.core.Problem 422 when the answer proves nothing: the account is not made then
     */
    void enrol(AccountId account, PasskeyAnswer answer);
}
