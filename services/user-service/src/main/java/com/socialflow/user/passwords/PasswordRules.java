package com.socialflow.user.passwords;

import com.socialflow.core.Problem;
import java.util.Collection;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Which passwords a person may choose: NIST SP 800-63B-4, section 3.1.1. Length and a list of common ones count; which
 * kinds of characters does not.
 */
@Component
public class PasswordRules {

    /** Characters. Long enough for any passphrase, short enough to hash without a thought. */
    public static final int LENGTH_MAX = 256;

    /** What a guess from a person's name must still have beside it. */
    private static final int REST_MIN = 4;

    private static final int DISTINCT_MIN = 4;
    private static final String FIELD = "password";

    private final CommonPasswords common;
    private final int lengthMin;

    PasswordRules(CommonPasswords common, PasswordSettings settings) {
        this.common = common;
        this.lengthMin = settings.lengthMin();
    }

    /** Characters. */
    public int lengthMin() {
        return lengthMin;
    }

    /**
     * The password itself, when a person may choose it.
     *
     * @param personal words that somebody would try first: names of the person
     * @throws Problem 422 with what is wrong with it
     */
    public String check(String password, Collection<String> personal) {
        // As it will be hashed: characters put together by the keyboard count as one.
        var normal = Passwords.normal(password);
        var length = normal.codePointCount(0, normal.length());
        if (length < lengthMin) {
            throw Problem.invalid(FIELD, "too-short", "a password has at least %d characters", lengthMin);
        }
        if (length > LENGTH_MAX) {
            throw Problem.invalid(FIELD, "too-long", "a password has at most %d characters", LENGTH_MAX);
        }
        if (!possible(password)) {
            throw Problem.invalid(FIELD, "malformed", "a password is made of whole characters");
        }
        var lower = normal.toLowerCase(Locale.ROOT);
        if (common.contains(lower) || monotonous(lower)) {
            throw Problem.invalid(FIELD, "too-common", "this password is among the first that anybody tries");
        }
        for (var word : personal) {
            if (word.length() >= REST_MIN
                    && lower.replace(word.toLowerCase(Locale.ROOT), "").length() < REST_MIN) {
                throw Problem.invalid(FIELD, "too-personal", "this password is little more than a name of yours");
            }
        }
        return password;
    }

    /** Whether an account can have this password at all. */
    static boolean possible(String password) {
        return password.length() <= 2 * LENGTH_MAX
                && password.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    /** Few characters again and again, or a run such as 12345678. */
    private static boolean monotonous(String text) {
        var characters = text.codePoints().toArray();
        var steps = new int[characters.length - 1];
        for (var i = 0; i < steps.length; i++) {
            steps[i] = characters[i + 1] - characters[i];
        }
        var run = Math.abs(steps[0]) == 1;
        for (var step : steps) {
            run = run && step == steps[0];
        }
        return run || text.codePoints().distinct().count() < DISTINCT_MIN;
    }
}
