package com.socialflow.user.emails;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Contact;
import com.socialflow.user.accounts.Email;
import com.socialflow.user.onetime.SecretText;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes of address under way, and the tokens that confirm them. */
@Component
class PendingChanges {

    static final Duration LIFETIME = Duration.ofHours(24);

    private final EmailChangeStore store;
    private final SecureRandom random;
    private final Clock clock;

    PendingChanges(EmailChangeStore store, SecureRandom secureRandom, Clock clock) {
        this.store = store;
        this.random = secureRandom;
        this.clock = clock;
    }

    /**
     * A change that was just begun.
     *
     * @param oldToken null: the old address has no say
     */
    record Begun(EmailChange change, @Nullable String oldToken, String newToken) {

        /** Keeps the tokens out of logs. */
        @Override
        public String toString() {
            return "Begun[change=%s]".formatted(change);
        }
    }

    /** Begins a change, in place of any before it. */
    Begun begin(Contact who, Email next) {
        var now = clock.instant();
        store.forget(now);
        var oldToken = who.verified() ? SecretText.make(random) : null;
        var newToken = SecretText.make(random);
        var change = new EmailChange(who.account(), who.email(), next, oldToken == null, false, now.plus(LIFETIME));
        store.put(change, oldToken == null ? null : SecretText.hash(oldToken), SecretText.hash(newToken));
        return new Begun(change, oldToken, newToken);
    }

    Optional<EmailChange> find(AccountId account) {
        return store.find(account, clock.instant());
    }

    /** Uses up a token, for the only time, and gives the change as it is with it. */
    Optional<EmailChange> confirm(String token) {
        return store.confirm(SecretText.hash(token), clock.instant());
    }

    /** Ends a change; false when there is none. */
    boolean end(AccountId account) {
        return store.delete(account);
    }
}
