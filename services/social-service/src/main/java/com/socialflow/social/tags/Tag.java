package com.socialflow.social.tags;

import static com.socialflow.core.Require.require;

import com.socialflow.core.Problem;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A hashtag without its sign, folded: compatibility forms composed (NFKC), lower case. */
public record Tag(String value) {

    /** Letters of a hashtag at most: a long word, not a sentence. */
    static final int LENGTH_MAX = 100;

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");

    public Tag {
        require(!value.isEmpty() && value.length() <= LENGTH_MAX, "a hashtag has 1 to %d letters", LENGTH_MAX);
    }

    /**
     * The hashtag that somebody wrote, with or without its sign.
     *
     * @throws Problem 422 {@code bad-tag} when it is none
     */
    static Tag parse(String text) {
        var folded = fold(text.startsWith("#") ? text.substring(1) : text);
        if (folded.length() > LENGTH_MAX || !LETTERS.matcher(folded).matches()) {
            throw Problem.unprocessable("bad-tag", "a hashtag is 1 to %d letters, digits and underscores", LENGTH_MAX);
        }
        return new Tag(folded);
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
