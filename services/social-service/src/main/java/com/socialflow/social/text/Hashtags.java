package com.socialflow.social.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What a hashtag is made of, and under which name it is found. */
public final class Hashtags {

    /** In UTF-16 units, folded or not: longer ones are not read as tags. */
    public static final int LENGTH_MAX = 100;

    private Hashtags() {}

    /** The one name of a tag however it is written, without {@code #}; empty when it is none. */
    public static Optional<String> fold(String written) {
        if (written.isEmpty() || written.length() > LENGTH_MAX || !whole(written)) {
            return Optional.empty();
        }
        var folded = Normalizer.normalize(
                Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
        return folded.length() > LENGTH_MAX ? Optional.empty() : Optional.of(folded);
    }

    /** Letters, marks on them, digits and underscores, with a letter among them. */
    private static boolean whole(String written) {
        return begins(written.codePointAt(0))
                && written.codePoints().allMatch(Hashtags::continues)
                && written.codePoints().anyMatch(Character::isLetter);
    }

    static boolean begins(int character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    static boolean continues(int character) {
        if (begins(character)) {
            return true;
        }
        return switch (Character.getType(character)) {
            // Vowels of many scripts; not the sign that makes an emoji of a digit.
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK ->
                character != 0x20E3 && (character < 0xFE00 || character > 0xFE0F);
            // Joiners and middle dots that Persian, Catalan and Japanese words need.
            default -> character == 0x200C || character == 0x200D || character == 0xB7 || character == 0x30FB;
        };
    }
}
