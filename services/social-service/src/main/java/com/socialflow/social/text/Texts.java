package com.socialflow.social.text;

import com.socialflow.core.Problem.FieldError;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Takes what people write: cleans it, refuses what no text may hold, and measures it. */
public final class Texts {

    /** In graphemes: two screens of a telephone. */
    public static final int POST_MAX = 2_000;

    /** In graphemes: one line. */
    public static final int WARNING_MAX = 200;

    /** Of UTF-8: a grapheme may be built of any number of marks. */
    public static final int BYTES_MAX = 16 * 1_024;

    /** What a reader sees as one character (Unicode Standard Annex 29). */
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private Texts() {}

    /** What came of taking a text. */
    public sealed interface Taken<T> {
        record Good<T>(T value) implements Taken<T> {}

        /** @param error of the field that the text stood in */
        record Bad<T>(FieldError error) implements Taken<T> {}
    }

    /** The text of a post, of many lines. */
    public static Taken<PostText> post(String field, String text) {
        return switch (line(field, lines(text), POST_MAX, true)) {
            case Taken.Good<String>(var clean) -> new Taken.Good<>(PostText.of(clean));
            case Taken.Bad<String>(var error) -> new Taken.Bad<>(error);
        };
    }

    /** A text without lines, such as a warning. */
    public static Taken<String> line(String field, String text, int graphemesMax) {
        return line(field, text, graphemesMax, false);
    }

    /** A text of many lines, such as a description. */
    public static Taken<String> lines(String field, String text, int graphemesMax) {
        return line(field, lines(text), graphemesMax, true);
    }

    private static Taken<String> line(String field, String text, int graphemesMax, boolean manyLines) {
        // Before anything that takes time: composing it can only make it a few times longer or shorter.
        if (text.length() > BYTES_MAX) {
            return tooLong(field, graphemesMax);
        }
        if (!acceptable(text, manyLines)) {
            return new Taken.Bad<>(
                    new FieldError(field, "characters", "no control characters, and whole characters only"));
        }
        var clean = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (clean.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX || graphemes(clean) > graphemesMax) {
            return tooLong(field, graphemesMax);
        }
        return new Taken.Good<>(visible(clean) ? clean : "");
    }

    /** In characters as readers count them: a family of emoji is one. */
    public static long graphemes(String text) {
        return GRAPHEME.matcher(text).results().count();
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n');
    }

    private static boolean acceptable(String text, boolean manyLines) {
        return text.codePoints().allMatch(character -> acceptable(character, manyLines));
    }

    private static boolean acceptable(int character, boolean manyLines) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> manyLines && (character == '\n' || character == '\t');
            // An unpaired half has no UTF-8: the database would refuse it.
            case Character.SURROGATE -> false;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> manyLines;
            // Those that turn the order of what stands after them: a text could say another thing than it shows.
            case Character.FORMAT -> character < 0x202A || character > 0x202E;
            default -> true;
        };
    }

    /** Whether there is anything to read. */
    private static boolean visible(String text) {
        return text.codePoints()
                .anyMatch(character -> !Character.isWhitespace(character)
                        && !Character.isSpaceChar(character)
                        && Character.getType(character) != Character.FORMAT);
    }

    private static <T> Taken<T> tooLong(String field, int graphemesMax) {
        return new Taken.Bad<>(new FieldError(
                field, "too-long", "at most " + graphemesMax + " characters, and " + BYTES_MAX + " bytes"));
    }
}
