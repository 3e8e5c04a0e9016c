package com.socialflow.video.catalogue;

import java.util.Optional;

/** Who may see a video. */
public enum Visibility {
    /** Everyone, in lists too. */
    PUBLIC("public"),
    /** Everyone who has its id. */
    UNLISTED("unlisted"),
    /** Its owner. */
    PRIVATE("private");

    private final String word;

    Visibility(String word) {
        this.word = word;
    }

    /** As the API and the database write it. */
    String word() {
        return word;
    }

    static Optional<Visibility> of(String word) {
        for (var visibility : values()) {
            if (visibility.word.equals(word)) {
                return Optional.of(visibility);
            }
        }
        return Optional.empty();
    }
}
