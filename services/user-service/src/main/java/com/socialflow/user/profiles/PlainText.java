package com.socialflow.user.profiles;

import java.util.regex.Pattern;

/** Text without markup and without characters that disturb the text around it. */
final class PlainText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int LEFT_TO_RIGHT_MARK = 0x200E;
    private static final int RIGHT_TO_LEFT_MARK = 0x200F;

    /** What a reader sees as one character (Unicode Standard Annex 29). */
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private PlainText() {}

    /** In code points. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** In characters as readers count them: a family of emoji is one. */
    static long graphemes(String text) {
        return GRAPHEME.matcher(text).results().count();
    }

    /** Whether all of it may stand in a text of one line, or of many. */
    static boolean acceptable(String text, boolean manyLines) {
        return text.codePoints().allMatch(character -> acceptable(character, manyLines));
    }

    private static boolean acceptable(int character, boolean manyLines) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> manyLines && character == '\n';
            case Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            // Marks that scripts need; not those that turn the order of everything after them.
            case Character.FORMAT ->
                character == ZERO_WIDTH_JOINER
                        || character == ZERO_WIDTH_NON_JOINER
                        || character == LEFT_TO_RIGHT_MARK
                        || character == RIGHT_TO_LEFT_MARK;
            default -> true;
        };
    }
}
