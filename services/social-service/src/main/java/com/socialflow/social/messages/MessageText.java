package com.socialflow.social.messages;

import com.socialflow.core.Problem;
import com.socialflow.social.text.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a message: of many lines, as long as a post. */
final class MessageText {

    private MessageText() {}

    /**
     * The text as it is stored.
     *
     * @throws Problem 422 when there is none, or it is too long
     */
    static String of(@Nullable String text) {
        var clean = text == null ? "" : of("text", text, Texts.POST_MAX);
        if (clean.isEmpty()) {
            throw Problem.invalid("text", "empty", "say something");
        }
        return clean;
    }

    /** A text of many lines that may be empty. */
    static String of(String field, String text, int graphemesMax) {
        return switch (Texts.lines(field, text, graphemesMax)) {
            case Texts.Taken.Good<String>(var good) -> good;
            case Texts.Taken.Bad<String>(var error) -> throw Problem.invalid(List.of(error));
        };
    }
}
