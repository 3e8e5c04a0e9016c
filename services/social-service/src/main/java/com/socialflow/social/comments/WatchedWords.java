package com.socialflow.social.comments;

import static com.socialflow.core.Require.require;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words and phrases that hold a comment. Found as whole words, in any case and however their letters are composed.
 *
 * @param words folded, each once
 */
record WatchedWords(List<String> words) {

    static final WatchedWords NONE = new WatchedWords(List.of());

    /** More than anybody thinks of, few enough to be looked for in every comment. */
    static final int WORDS_MAX = 200;

    /** In code points: a phrase. */
    static final int LENGTH_MAX = 50;

    WatchedWords {
        require(words.size() <= WORDS_MAX, "a person watches at most %d words", WORDS_MAX);
        words = List.copyOf(words);
    }

    /** As words are compared: compatible characters made one, without case, one blank between parts. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** A word to watch, folded; empty when it cannot be one. */
    static Optional<String> word(String text) {
        if (text.codePoints().anyMatch(WatchedWords::unfit)) {
            return Optional.empty();
        }
        return Optional.of(folded(text))
                .filter(word -> !word.isEmpty() && word.codePointCount(0, word.length()) <= LENGTH_MAX);
    }

    private static boolean unfit(int character) {
        var type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }

    boolean in(String text) {
        if (words.isEmpty()) {
            return false;
        }
        var folded = folded(text);
        return words.stream().anyMatch(word -> contains(folded, word));
    }

    private static boolean contains(String text, String word) {
        for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (edge(text, at, word.codePointAt(0))
                    && edge(text, at + word.length(), word.codePointBefore(word.length()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a word may begin or end here: not within a word.
     *
     * @param own the word's own character on its side of the edge; what is no letter has an edge everywhere
     */
    private static boolean edge(String text, int at, int own) {
        if (!inWord(own) || at == 0 || at == text.length()) {
            return true;
        }
        return !(inWord(text.codePointBefore(at)) && inWord(text.codePointAt(at)));
    }

    private static boolean inWord(int character) {
        return Character.isLetterOrDigit(character);
    }
}
