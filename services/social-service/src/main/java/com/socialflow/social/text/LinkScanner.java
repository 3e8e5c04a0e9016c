package com.socialflow.social.text;

import java.util.OptionalInt;

/** Finds where a link ends that begins with its scheme. Looks at no character more than a few times. */
final class LinkScanner {

    /** In UTF-16 units: what browsers and servers agree on. */
    private static final int LENGTH_MAX = 2_048;

    /** In ASCII (RFC 1035, section 2.3.4). */
    private static final int HOST_MAX = 253;

    private static final int LABEL_MAX = 63;
    private static final int PORT_DIGITS_MAX = 5;

    /**
     * Ends a link wherever it stands: quotation marks, and what Chinese and Japanese write without a blank before it.
     */
    private static final String FORBIDDEN = "<>\"`{}|\\^«»“”„‘’、。，！？；：（）「」『』【】〈〉《》…";

    /** Belongs to the sentence and not to the link when nothing follows. */
    private static final String TRAILING = ".,;:!?'*";

    private final String text;
    private final int start;

    private LinkScanner(String text, int start) {
        this.text = text;
        this.start = start;
    }

    /** The unit after the last of the link that begins there; empty when none does. */
    static OptionalInt at(String text, int start) {
        return new LinkScanner(text, start).end();
    }

    private OptionalInt end() {
        var host = scheme();
        if (host < 0) {
            return OptionalInt.empty();
        }
        var hostEnd = hostEnd(host);
        if (hostEnd < 0) {
            return OptionalInt.empty();
        }
        var end = end(hostEnd);
        return end - start > LENGTH_MAX ? OptionalInt.empty() : OptionalInt.of(end);
    }

    private int scheme() {
        for (var scheme : new String[] {"https://", "http://"}) {
            if (text.regionMatches(true, start, scheme, 0, scheme.length())) {
                return start + scheme.length();
            }
        }
        return -1;
    }

    /** The unit after a good domain; negative when there is none. */
    private int hostEnd(int from) {
        var at = from;
        var label = from;
        var labels = next(from) ? 1 : 0;
        while (at < text.length() && at - from <= HOST_MAX) {
            var character = text.codePointAt(at);
            if (at - label > LABEL_MAX) {
                return -1;
            }
            if (character == '.' && at > label && next(at + 1)) {
                label = at + 1;
                labels += labels > 0 ? 1 : 0;
            } else if (!inLabel(character)) {
                break;
            }
            at += Character.charCount(character);
        }
        // Before an @ stands a person, not a host: such links show one place and lead to another.
        var person = at < text.length() && text.charAt(at) == '@';
        if (person || at - from > HOST_MAX || at - label > LABEL_MAX || labels < 2) {
            return -1;
        }
        return top(label, at);
    }

    private boolean next(int at) {
        return at < text.length() && Character.isLetterOrDigit(text.codePointAt(at));
    }

    private static boolean inLabel(int character) {
        return Character.isLetterOrDigit(character)
                || character == '-'
                || Character.getType(character) == Character.NON_SPACING_MARK
                || Character.getType(character) == Character.COMBINING_SPACING_MARK;
    }

    /** The end of the last label: letters, all of ASCII or none; what follows without a blank is the sentence's. */
    private int top(int from, int to) {
        var first = text.codePointAt(from);
        if (!Character.isLetter(first)) {
            return -1;
        }
        if (first >= 0x80) {
            return to;
        }
        var at = from;
        while (at < to
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')
                && text.charAt(at) < 0x80) {
            at++;
        }
        return at - from < 2 ? -1 : at;
    }

    /** Goes on with port, path, query and fragment. */
    private int end(int hostEnd) {
        var at = port(hostEnd);
        if (at == text.length() || "/?#".indexOf(text.charAt(at)) < 0) {
            return at;
        }
        var round = 0;
        var square = 0;
        while (at < text.length() && belongs(text.codePointAt(at)) && at - start <= LENGTH_MAX) {
            round += bracket(at, '(', ')');
            square += bracket(at, '[', ']');
            at += Character.charCount(text.codePointAt(at));
        }
        return trim(at, round, square);
    }

    private int port(int from) {
        if (from == text.length() || text.charAt(from) != ':') {
            return from;
        }
        var at = from + 1;
        while (at < text.length() && at - from <= PORT_DIGITS_MAX && isDigit(text.charAt(at))) {
            at++;
        }
        return at == from + 1 ? from : at;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private int bracket(int at, char open, char close) {
        var character = text.charAt(at);
        return character == open ? 1 : character == close ? -1 : 0;
    }

    private static boolean belongs(int character) {
        return character > ' '
                && !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && FORBIDDEN.indexOf(character) < 0;
    }

    /** Takes what is the sentence's off the end: its marks, and brackets that were opened before the link. */
    private int trim(int end, int roundOpen, int squareOpen) {
        var round = roundOpen;
        var square = squareOpen;
        var at = end;
        while (true) {
            var last = text.charAt(at - 1);
            if (last == ')' && round < 0) {
                round++;
            } else if (last == ']' && square < 0) {
                square++;
            } else if (TRAILING.indexOf(last) < 0) {
                return at;
            }
            at--;
        }
    }
}
