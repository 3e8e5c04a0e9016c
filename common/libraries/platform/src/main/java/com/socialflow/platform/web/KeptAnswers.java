package com.socialflow.platform.web;

import com.socialflow.core.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers that are kept for requests that carried an {@code Idempotency-Key}, as far as they are about a person. */
public class KeptAnswers {

    private final IdempotencyStore store;

    KeptAnswers(JdbcClient jdbc) {
        this.store = new IdempotencyStore(jdbc);
    }

    /** Forgets what the person's requests were answered, and what the request that made the account was. */
    public void forget(AccountId account) {
        store.forget(Long.toString(account.value()), "/api/v1/accounts/" + account);
    }
}
