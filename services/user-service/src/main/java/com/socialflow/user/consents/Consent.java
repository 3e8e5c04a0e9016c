package com.socialflow.user.consents;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about a purpose, or what holds until that.
 *
 * @param version of the text that it was about
 * @param at when; null: never decided
 */
record Consent(
        Purpose purpose,
        boolean granted,
        String version,
        Source source,
        @Nullable Instant at) {

    /** How it was said. */
    enum Source {
        FORM,
        /** Global Privacy Control: the browser said it. */
        GPC,
        /** Nobody said anything. */
        DEFAULT;

        /** As the database and the API write it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Source of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** Nothing is agreed to by saying nothing (GDPR, article 4 (11)). */
    static Consent undecided(Purpose purpose, String version) {
        return new Consent(purpose, false, version, Source.DEFAULT, null);
    }
}
