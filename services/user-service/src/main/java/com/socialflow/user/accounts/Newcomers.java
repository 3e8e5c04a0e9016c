package com.socialflow.user.accounts;

/** What begins with an account: features implement it, and are asked in the transaction that makes the account. */
public interface Newcomers {

    /** Somebody has an account now, or waits for its approval. */
    void arrived(Contact newcomer);
}
