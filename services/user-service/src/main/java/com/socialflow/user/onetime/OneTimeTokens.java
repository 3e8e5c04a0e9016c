package com.socialflow.user.onetime;

import com.socialflow.core.AccountId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens that are sent to an address and come back once, from whoever reads what arrives there. */
@Component
public class OneTimeTokens {

    private final OneTimeTokenStore store;
    private final SecureRandom random;
    private final Clock clock;

    OneTimeTokens(OneTimeTokenStore store, SecureRandom secureRandom, Clock clock) {
        this.store = store;
        this.random = secureRandom;
        this.clock = clock;
    }

    /** What a token is good for, and for how long. */
    public enum Purpose {
        VERIFY_EMAIL(Duration.ofHours(24)),
        /** Short: until then whoever sees the mailbox has the account. */
        RESET_PASSWORD(Duration.ofHours(1));

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }

        /** As the database writes it. */
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whose token it is, and where it was sent. */
    public record Proof(AccountId account, String address) {}

    /** A token for this account, to be sent to this address. */
    @Transactional
    public String issue(Purpose purpose, AccountId account, String address) {
        var now = clock.instant();
        var token = SecretText.make(random);
        store.forget(now);
        store.insert(SecretText.hash(token), purpose, new Proof(account, address), now.plus(purpose.lifetime));
        return token;
    }

    /** Whose token it is, while it is good. It stays so. */
    public Optional<Proof> look(Purpose purpose, String token) {
        return store.find(SecretText.hash(token), purpose, clock.instant());
    }

    /** Whose token it is, for the only time: of any number at once, one learns it. Others like it end too. */
    @Transactional
    public Optional<Proof> use(Purpose purpose, String token) {
        var proof = store.take(SecretText.hash(token), purpose, clock.instant());
        proof.ifPresent(known -> store.deleteAll(known.account(), purpose));
        return proof;
    }

    /** Ends all tokens of this kind. */
    @Transactional
    public void revoke(AccountId account, Purpose purpose) {
        store.deleteAll(account, purpose);
    }
}
