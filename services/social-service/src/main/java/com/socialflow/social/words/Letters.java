package com.socialflow.social.words;

import java.lang.Character.UnicodeScript;

/** Where words end: which of two neighbours belong to one. */
final class Letters {

    private Letters() {}

    /** Letters and digits of scripts that put spaces between words. In others, any place may end a word. */
    static boolean joined(int before, int after) {
        return inWords(before) && inWords(after);
    }

    private static boolean inWords(int character) {
        return (Character.isLetterOrDigit(character) || character == '_' || mark(character)) && spaced(character);
    }

    private static boolean mark(int character) {
        var type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean spaced(int character) {
        return switch (UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
            default -> true;
        };
    }
}
