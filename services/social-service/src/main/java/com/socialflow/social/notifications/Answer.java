package com.socialflow.social.notifications;

import java.util.Locale;
import java.util.Optional;

/** What a person's policy does with what some people do; in order of strictness. */
enum Answer {
    ACCEPT,
    /** Keeps it in a tab of its own, and says nothing. */
    FILTER,
    DROP;

    static Optional<Answer> of(String word) {
        for (var answer : values()) {
            if (answer.word().equals(word)) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Answer stricter(Answer other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
