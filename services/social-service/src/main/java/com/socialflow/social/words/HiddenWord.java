package com.socialflow.social.words;

import static com.socialflow.core.Require.require;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A word, a hashtag or several words that a person does not want to read.
 *
 * @param text as the person wrote it
 * @param folded as it is compared, see {@link Folding}
 * @param wholeWord whether it counts only where it stands for itself, and not inside of other words
 * @param expiresAt when it ends by itself; null: never
 */
record HiddenWord(
        HiddenWordId id,
        String text,
        String folded,
        boolean wholeWord,
        WordAction action,
        @Nullable Instant expiresAt) {

    /** In characters as readers count them: a phrase. */
    static final int LENGTH_MAX = 100;

    /** In UTF-16 units: what readers see as one character may have any number of them. */
    static final int UNITS_MAX = 1_000;

    HiddenWord {
        require(!folded.isEmpty(), "a hidden word is something");
        require(text.length() <= UNITS_MAX, "a hidden word is no text");
    }
}
