package com.socialflow.user.passwords;

import com.socialflow.core.Problem;
import com.socialflow.platform.work.Lane;
import com.socialflow.user.UserSettings;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id (RFC 9106). Few at once, so that many sign-ins can't take all memory. */
@Component
public class Passwords implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Argon2id argon2;
    private final Lane lane;

    /** Of no password: checked when there is no account, so that the answer takes as long. */
    private final String nobodys;

    Passwords(UserSettings settings, Argon2id.Cost cost) {
        argon2 = new Argon2id(cost);
        nobodys = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(cost.memoryKib(), cost.passes(), cost.lanes(), "A".repeat(22), "A".repeat(43));
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
        return lane.run(() -> argon2.matches(text, hash.orElse(nobodys)) && possible && hash.isPresent()
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
