package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.user.sessions.Challenge.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sign-ins half done. The client holds a random text, the database its hash: who reads the table can't go on. */
@Component
class Challenges {

    private static final int BYTES = 32;

    /** Longer than any of ours. */
    private static final int LENGTH_MAX = 100;

    private final ChallengeStore store;
    private final SecureRandom random;
    private final Clock clock;

    Challenges(ChallengeStore store, SecureRandom secureRandom, Clock clock) {
        this.store = store;
        this.random = secureRandom;
        this.clock = clock;
    }

    /** What the client is to send with the rest. */
    String issue(AccountId account, Purpose purpose, Set<String> methods) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.insert(
                hash(text),
                new Challenge(account, purpose, methods, 0),
                clock.instant().plus(Challenge.LIFETIME));
        return text;
    }

    /** The challenge of that text, while it is good; nobody else can look at it until the transaction ends. */
    Optional<Challenge> lock(String text, Purpose purpose) {
        return text.length() > LENGTH_MAX
                ? Optional.empty()
                : store.findForUpdate(hash(text), clock.instant()).filter(found -> found.purpose() == purpose);
    }

    /** The same, without keeping others from it. */
    Optional<Challenge> find(String text, Purpose purpose) {
        return text.length() > LENGTH_MAX
                ? Optional.empty()
                : store.find(hash(text), clock.instant()).filter(found -> found.purpose() == purpose);
    }

    /** The answer was wrong. Gives how many more may be. */
    int failed(String text, Challenge challenge) {
        var left = Challenge.FAILURES_MAX - challenge.failures() - 1;
        if (left > 0) {
            store.countFailure(hash(text));
        } else {
            store.delete(hash(text));
        }
        return left;
    }

    /** It is answered and works no more. */
    void used(String text) {
        store.delete(hash(text));
    }

    /** Forgets those that nobody can answer any more. */
    void forgetOld() {
        store.deleteExpired(clock.instant());
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
