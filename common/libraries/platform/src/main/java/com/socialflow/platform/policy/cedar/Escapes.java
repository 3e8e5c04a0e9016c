package com.socialflow.platform.policy.cedar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads what backslashes stand for in texts and patterns. */
final class Escapes {

    private static final int ASCII_MAX = 0x7f;

    private final String raw;
    private final Function<String, PolicyException> failure;
    private int at;

    private Escapes(String raw, Function<String, PolicyException> failure) {
        this.raw = raw;
        this.failure = failure;
    }

    /** The text that is meant. */
    static String text(String raw, Function<String, PolicyException> failure) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        var reader = new Escapes(raw, failure);
        var text = new StringBuilder();
        while (reader.at < raw.length()) {
            reader.character(text, false);
        }
        return text.toString();
    }

    /** What stands between the wildcards of a pattern. */
    static List<String> pattern(String raw, Function<String, PolicyException> failure) {
        var reader = new Escapes(raw, failure);
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        while (reader.at < raw.length()) {
            if (raw.charAt(reader.at) == '*') {
                reader.at++;
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                reader.character(piece, true);
            }
        }
        pieces.add(piece.toString());
        return List.copyOf(pieces);
    }

    private void character(StringBuilder into, boolean inPattern) {
        var first = raw.charAt(at++);
        if (first != '\\') {
            into.append(first);
            return;
        }
        var escaped = raw.charAt(at++);
        switch (escaped) {
            case 'n' -> into.append('\n');
            case 'r' -> into.append('\r');
            case 't' -> into.append('\t');
            case '0' -> into.append('\0');
            case '\\', '"', '\'' -> into.append(escaped);
            case 'x' -> into.appendCodePoint(ascii());
            case 'u' -> into.appendCodePoint(unicode());
            default -> {
                if (escaped != '*' || !inPattern) {
                    throw failure.apply("there is no escape \\" + escaped);
                }
                into.append('*');
            }
        }
    }

    private int ascii() {
        var end = at + 2;
        var value = hexadecimal(end);
        at = end;
        if (value > ASCII_MAX) {
            throw failure.apply("\\x goes up to 7F");
        }
        return value;
    }

    private int unicode() {
        var end = raw.indexOf('}', at);
        if (end < 0 || raw.charAt(at) != '{') {
            throw failure.apply("\\u is followed by a number in braces");
        }
        at++;
        var value = hexadecimal(end);
        at = end + 1;
        if (!Character.isValidCodePoint(value)
                || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
            throw failure.apply("there is no such character");
        }
        return value;
    }

    private int hexadecimal(int end) {
        try {
            return Integer.parseUnsignedInt(raw, at, end, 16);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw failure.apply("a hexadecimal number is expected");
        }
    }
}
