package com.socialflow.platform.policy.cedar;

import java.util.List;

/**
 * {@code term like "pattern"}, where {@code *} stands for any characters.
 *
 * @param pieces what stands between the wildcards: one piece when there is none
 */
record Wildcards(Term term, List<String> pieces) implements Term {

    @Override
    public Boolean value(Request request) {
        if (term.value(request) instanceof String text) {
            return matches(text);
        }
        throw EvaluationError.TYPE;
    }

    /** Each piece is taken where it first occurs: what is left for those that follow is the most. */
    private boolean matches(String text) {
        var first = pieces.getFirst();
        if (pieces.size() == 1) {
            return text.equals(first);
        }
        if (!text.startsWith(first)) {
            return false;
        }
        var at = first.length();
        for (var piece : pieces.subList(1, pieces.size() - 1)) {
            var found = text.indexOf(piece, at);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        var last = pieces.getLast();
        return text.length() - last.length() >= at && text.endsWith(last);
    }
}
