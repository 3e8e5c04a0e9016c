package com.socialflow.user.passkeys;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.user.passkeys.Ceremony.Purpose;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ceremonies between their options and the browser's answer. Each is ended once, rightly or not. */
@Component
class Ceremonies {

    private static final int BYTES = 32;

    /** Longer than any text of ours. */
    private static final int LENGTH_MAX = 100;

    private static final Duration CLEANING_PERIOD = Duration.ofMinutes(10);

    private final CeremonyStore store;
    private final SecureRandom random;
    private final Clock clock;

    Ceremonies(CeremonyStore store, SecureRandom secureRandom, Clock clock, Recurring recurring) {
        this.store = store;
        this.random = secureRandom;
        this.clock = clock;
        recurring.every(CLEANING_PERIOD, "passkey-ceremonies", this::forgetOld);
    }

    /**
     * A ceremony that begins.
     *
     * @param text by which the client names it
     */
    record Begun(String text, Ceremony ceremony) {

        /** Keeps the text out of logs. */
        @Override
        public String toString() {
            return "Begun[%s]".formatted(ceremony.purpose());
        }
    }

    Begun enrol(AccountId account, Optional<byte[]> userHandle, String origin) {
        return begin(Purpose.ENROL, account, null, userHandle.orElseGet(this::random), origin);
    }

    Begun register(String username, String origin) {
        return begin(Purpose.REGISTER, null, username, random(), origin);
    }

    /** Anybody proves to be somebody, or the owner of the account to be that. */
    Begun show(@Nullable AccountId account, String origin) {
        return begin(Purpose.SHOW, account, null, null, origin);
    }

    private Begun begin(
            Purpose purpose,
            @Nullable AccountId account,
            @Nullable String username,
            byte @Nullable [] userHandle,
            String origin) {
        if (URI.create(origin).getHost() == null) {
            throw Problem.badRequest("malformed", "passkeys belong to a host, and this address names none");
        }
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(random());
        var ceremony = new Ceremony(purpose, account, username, random(), userHandle, origin);
        store.insert(hash(text), ceremony, clock.instant().plus(Ceremony.LIFETIME));
        return new Begun(text, ceremony);
    }

    /** The ceremony of that text, for the last time; empty when it is over or was for something else. */
    Optional<Ceremony> end(String text, Purpose purpose) {
        return text.length() > LENGTH_MAX
                ? Optional.empty()
                : store.take(hash(text), clock.instant()).filter(found -> found.purpose() == purpose);
    }

    void forgetOld() {
        store.deleteExpired(clock.instant());
    }

    private byte[] random() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
