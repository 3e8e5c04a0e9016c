package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** Someone who can sign in. */
record Account(
        AccountId id,
        Username username,
        DisplayName displayName,
        Email email,
        LocalDate birthDate,
        Set<String> roles,
        Instant createdAt) {

    Account {
        roles = Set.copyOf(roles);
    }
}
