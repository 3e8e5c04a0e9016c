package com.socialflow.social.words;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * Writes texts so that what readers take for the same is the same: case, width, accents and white space count for
 * nothing. Marks are taken off where readers leave them out in haste (Latin, Greek, Cyrillic, Hebrew, Arabic), and
 * stay where they make another letter (Indic scripts, Japanese).
 */
final class Folding {

    private static final int FIRST_NOT_ASCII = 0x80;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;

    private Folding() {}

    static String fold(String text) {
        return spaced(ascii(text) ? lower(text) : unmarked(text));
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(unit -> unit < FIRST_NOT_ASCII);
    }

    /** By way of upper case, as Unicode's own folding does: ß is ss, and final sigma is sigma. */
    private static String lower(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String unmarked(String text) {
        var decomposed = lower(Normalizer.normalize(text, Form.NFKD));
        var kept = new StringBuilder(decomposed.length());
        var before = 0;
        for (var i = 0; i < decomposed.length(); ) {
            var character = decomposed.codePointAt(i);
            if (counts(character, before)) {
                // A final sigma differs from a sigma only by its place.
                kept.appendCodePoint(character == 'ς' ? 'σ' : character);
            }
            before = character;
            i += Character.charCount(character);
        }
        return Normalizer.normalize(kept, Form.NFC);
    }

    /** Joiners make one picture of several, and beside letters nothing that is seen. */
    private static boolean counts(int character, int before) {
        if (character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) {
            return !Character.isLetter(before) && Character.getType(before) != Character.NON_SPACING_MARK;
        }
        if (character == TEXT_STYLE || character == EMOJI_STYLE || invisible(character)) {
            return false;
        }
        return Character.getType(character) != Character.NON_SPACING_MARK || !leftOut(character);
    }

    private static boolean invisible(int character) {
        return switch (character) {
            case 0x00AD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF -> true;
            default -> false;
        };
    }

    private static boolean leftOut(int mark) {
        var block = Character.UnicodeBlock.of(mark);
        return block == Character.UnicodeBlock.COMBINING_DIACRITICAL_MARKS
                || block == Character.UnicodeBlock.HEBREW
                || block == Character.UnicodeBlock.ARABIC;
    }

    private static String spaced(String text) {
        var kept = new StringBuilder(text.length());
        var gap = false;
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (Character.isWhitespace(unit)) {
                gap = !kept.isEmpty();
            } else {
                if (gap) {
                    kept.append(' ');
                    gap = false;
                }
                kept.append(unit);
            }
        }
        return kept.toString();
    }
}
