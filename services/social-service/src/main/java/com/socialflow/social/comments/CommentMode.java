package com.socialflow.social.comments;

import com.fasterxml.jackson.annotation.JsonValue;
import com.socialflow.core.Problem;
import java.util.Locale;

/** What becomes of a new comment on a video. */
enum CommentMode {
    /** Everybody sees it at once. */
    OPEN,
    /** The video's owner looks at it first. */
    HOLD_ALL,
    /** The owner looks at it first when it has a link. */
    HOLD_LINKS,
    /** Nobody comments. */
    CLOSED;

    /** As the API and the database write it. */
    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws Problem 422 when no mode is written so */
    static CommentMode of(String word) {
        for (var mode : values()) {
            if (mode.word().equals(word)) {
                return mode;
            }
        }
        throw Problem.invalid("mode", "choice", "one of open, hold-all, hold-links, closed");
    }
}
