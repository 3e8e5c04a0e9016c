package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody who has begun to sign in and has to do something more.
 *
 * @param methods what was proven so far
 * @param failures how often the rest was tried and was wrong
 */
record Challenge(AccountId account, Purpose purpose, Set<String> methods, int failures) {

    /** How long somebody may take. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    /** Wrong answers. After them the password is asked for again, which is counted too. */
    static final int FAILURES_MAX = 5;

    /** What is missing. */
    enum Purpose {
        SECOND_FACTOR,
        NEW_PASSWORD;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Purpose of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    Challenge {
        methods = Set.copyOf(methods);
    }
}
