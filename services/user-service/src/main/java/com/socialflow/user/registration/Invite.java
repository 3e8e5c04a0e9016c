package com.socialflow.user.registration;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Email;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets one person in.
 *
 * @param email whose it is alone; null: whoever has the code
 * @param roles what the new account may do beyond what everyone may
 * @param usedBy null: nobody yet
 */
record Invite(
        long id,
        @Nullable Email email,
        Set<String> roles,
        AccountId createdBy,
        Instant expiresAt,
        @Nullable AccountId usedBy) {

    Invite {
        roles = Set.copyOf(roles);
    }

    boolean isFor(Email somebody) {
        return email == null || email.key().equals(somebody.key());
    }
}
