package com.socialflow.user.accounts;

import static com.socialflow.core.Require.require;

import com.socialflow.core.Problem;
import java.text.Normalizer;

/** What a person is called on pages: 1 to 50 characters of any script. */
public record DisplayName(String value) {

    private static final int LENGTH_MAX = 50;

    /** Joins the parts of an emoji, or of words in some scripts. */
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

    private static final int ZERO_WIDTH_JOINER = 0x200D;

    public DisplayName {
        require(!value.isBlank() && length(value) <= LENGTH_MAX, "a display name has 1 to %d characters", LENGTH_MAX);
    }

    /**
     * The name without space around it.
     *
     * @throws Problem 422 when it is too long, or has characters that would disturb the text around it
     */
    public static DisplayName parse(String text) {
        if (text.codePoints().anyMatch(DisplayName::disturbing)) {
            throw Problem.invalid("displayName", "malformed", "a display name is one line of plain text");
        }
        var name = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (name.isEmpty()) {
            throw Problem.invalid("displayName", "too-short", "a display name has at least 1 character");
        }
        if (length(name) > LENGTH_MAX) {
            throw Problem.invalid("displayName", "too-long", "a display name has at most %d characters", LENGTH_MAX);
        }
        return new DisplayName(name);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean disturbing(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> character != ZERO_WIDTH_JOINER && character != ZERO_WIDTH_NON_JOINER;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
