package com.socialflow.user.passwords;

import com.socialflow.core.Problem;
import com.socialflow.platform.work.Lane;
import com.socialflow.user.UserSettings;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (RFC 9106) and the least parameters that OWASP's Password Storage Cheat Sheet allows:
 * 19 MiB, two passes, one lane. Few at once, so that many sign-ins can't take all memory.
 */
@Component
public class Passwords implements AutoCloseable {

    private static final Argon2id.Cost COST = new Argon2id.Cost(19 * 1024, 2, 1);

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Of no password: checked when there is no account, so that the answer takes as long. */
    private static final String NOBODYS = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(COST.memoryKib(), COST.passes(), COST.lanes(), "A".repeat(22), "A".repeat(43));

    private final Argon2id argon2 = new Argon2id(COST);
    private final Lane lane;

    Passwords(UserSettings settings) {
        var atOnce = settings.passwordsAtOnce() > 0
                ? settings.passwordsAtOnce()
                : Runtime.getRuntime().availableProcessors();
        lane = new Lane("password", atOnce, settings.passwordsWaiting(), PATIENCE);
    }

    /**
     * The hash to keep, in the PHC format.
     *
     * @throws Problem 503 {@code password-busy} when too many are being hashed
     */
    public String hash(String password) {
        return lane.run(() -> argon2.hash(normal(password)));
    }

    /**
     * Whether this is the password of that hash. Takes as long without a hash, and is false then.
     *
     * @throws Problem 503 {@code password-busy} when too many are being hashed
     */
    public boolean matches(String password, Optional<String> hash) {
        return whenRight(password, hash, () -> true).isPresent();
    }

    /**
     * What follows when this is the password of that hash, done where it was found to be: a thread that waits for the
     * database itself costs a fraction of one that is laid aside and taken up again for each answer.
     *
     * @throws Problem 503 {@code password-busy} when too many are being hashed
     */
    public <T> Optional<T> whenRight(String password, Optional<String> hash, Supplier<T> then) {
        var possible = PasswordRules.possible(password);
        var text = possible ? normal(password) : "";
        return lane.run(() -> argon2.matches(text, hash.orElse(NOBODYS)) && possible && hash.isPresent()
                ? Optional.of(then.get())
                : Optional.empty());
    }

    /** Whether a hash was made with lesser parameters than today's. */
    public boolean outdated(String hash) {
        return argon2.outdated(hash);
    }

    /** The same characters typed on different systems are the same password (RFC 8265, OpaqueString). */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    @Override
    public void close() {
        lane.close();
    }
}
