package com.socialflow.social.words;

import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds all words of a person in one pass over a text (Aho and Corasick, 1975): the time is that of the text, however
 * many words there are, and no word is a pattern that could be made to run for ever, as in one regular expression.
 * A find counts if it begins and ends where characters of readers do, so that a part of an emoji is not found in it.
 */
final class WordSearch implements HiddenWords.Matcher {

    /** A place in the tree of all words, reached by the units of one of their beginnings. */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(2);
        private @Nullable Node fallback;
        private final List<HiddenWord> words = new ArrayList<>(1);
    }

    private final Node root = new Node();

    WordSearch(List<HiddenWord> words) {
        words.forEach(this::add);
        link();
    }

    private void add(HiddenWord word) {
        var node = root;
        for (var i = 0; i < word.folded().length(); i++) {
            node = node.next.computeIfAbsent(word.folded().charAt(i), _ -> new Node());
        }
        node.words.add(word);
    }

    /** Breadth first: the fallback of a node, its longest proper ending that begins a word, is nearer to the root. */
    private void link() {
        var open = new ArrayDeque<Node>();
        root.next.values().forEach(child -> {
            child.fallback = root;
            open.add(child);
        });
        while (!open.isEmpty()) {
            var node = open.remove();
            node.next.forEach((unit, child) -> {
                child.fallback = step(node.fallback == null ? root : node.fallback, unit);
                child.words.addAll(child.fallback.words);
                open.add(child);
            });
        }
    }

    private Node step(Node from, char unit) {
        for (@Nullable Node node = from; node != null; node = node.fallback) {
            var next = node.next.get(unit);
            if (next != null) {
                return next;
            }
        }
        return root;
    }

    @Override
    public Optional<WordAction> find(String text) {
        if (root.next.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        var folded = new Folded(Folding.fold(text));
        @Nullable WordAction strongest = null;
        var node = root;
        for (var i = 0; i < folded.text.length() && strongest != WordAction.HIDE; i++) {
            node = step(node, folded.text.charAt(i));
            for (var word : node.words) {
                if ((strongest == null || strongest.compareTo(word.action()) < 0)
                        && folded.counts(word, i + 1 - word.folded().length(), i + 1)) {
                    strongest = word.action();
                }
            }
        }
        return Optional.ofNullable(strongest);
    }

    /** A text in which something may have been found. Looking where its characters end is left to then. */
    private static final class Folded {

        private final String text;
        private @Nullable BreakIterator characters;

        Folded(String text) {
            this.text = text;
        }

        boolean counts(HiddenWord word, int from, int to) {
            if (word.wholeWord() && (within(from) || within(to))) {
                return false;
            }
            var breaks = characters;
            if (breaks == null) {
                breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
                breaks.setText(text);
                characters = breaks;
            }
            return breaks.isBoundary(from) && breaks.isBoundary(to);
        }

        /** Whether a place lies inside of a word. */
        private boolean within(int place) {
            return place > 0
                    && place < text.length()
                    && Letters.joined(text.codePointBefore(place), text.codePointAt(place));
        }
    }
}
