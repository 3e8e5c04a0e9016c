package com.socialflow.user.tokens;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that somebody made for a program of his or her own. The token itself is told once and kept by nobody here.
 *
 * @param usedAt to the hour; null: never
 */
record PersonalToken(
        long id,
        AccountId account,
        String name,
        Set<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    PersonalToken {
        scopes = Set.copyOf(scopes);
    }
}
