package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can sign in, or could or will.
 *
 * @param emailVerifiedAt when the address was proven to be the person's; null: not yet
 * @param locale a BCP 47 tag
 * @param revision counts changes
 */
public record Account(
        AccountId id,
        Username username,
        DisplayName displayName,
        Email email,
        LocalDate birthDate,
        Set<String> roles,
        State state,
        @Nullable Instant emailVerifiedAt,
        String locale,
        long revision,
        Instant createdAt) {

    /** Whether and how far somebody may come in. */
    public enum State {
        ACTIVE,
        AWAITING_APPROVAL,
        SUSPENDED,
        LEAVING;

        /** As the database and the API write it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Account {
        roles = Set.copyOf(roles);
    }
}
