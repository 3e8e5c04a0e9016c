package com.socialflow.platform.policy.cedar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a policy file into words, and gives them one after the other. */
final class Lexer {

    /** What a piece of text is. */
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        SYMBOL,
        END
    }

    /**
     * A piece of text.
     *
     * @param text as it is written; of a string what is between its quotes
     */
    record Token(Kind kind, String text, int line) {

        boolean is(String symbolOrWord) {
            return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
        }
    }

    private static final Set<String> DOUBLE_SYMBOLS = Set.of("::", "==", "!=", "<=", ">=", "&&", "||");
    private static final String SYMBOLS = "()[]{},;.<>!@:-";

    private static final Set<String> RESERVED =
            Set.of("true", "false", "if", "then", "else", "in", "is", "like", "has", "__cedar");

    private final String file;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int line = 1;
    private int at;

    /** Reads character by character: a regular expression took a hundred milliseconds of a start. */
    Lexer(String file, String text) {
        this.file = file;
        this.text = text;
        for (var position = afterBlank(0); position < text.length(); position = afterBlank(position)) {
            position = afterToken(position);
        }
        tokens.add(new Token(Kind.END, "the end", line));
    }

    private int afterBlank(int from) {
        var position = from;
        while (position < text.length()) {
            var character = text.charAt(position);
            if (character == '\n') {
                line++;
            }
            if (text.startsWith("//", position)) {
                var end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(character)) {
                position++;
            } else {
                return position;
            }
        }
        return position;
    }

    private int afterToken(int from) {
        var character = text.charAt(from);
        if (character == '"') {
            return afterString(from);
        }
        if (isDigit(character)) {
            return add(Kind.NUMBER, from, end(from, false));
        }
        if (isLetter(character)) {
            return add(Kind.WORD, from, end(from, true));
        }
        if (from + 1 < text.length() && DOUBLE_SYMBOLS.contains(text.substring(from, from + 2))) {
            return add(Kind.SYMBOL, from, from + 2);
        }
        if (SYMBOLS.indexOf(character) < 0) {
            throw new PolicyException(file, line, "no part of a policy: " + character);
        }
        return add(Kind.SYMBOL, from, from + 1);
    }

    private int add(Kind kind, int from, int to) {
        tokens.add(new Token(kind, text.substring(from, to), line));
        return to;
    }

    private int end(int from, boolean letters) {
        var end = from;
        while (end < text.length() && (isDigit(text.charAt(end)) || (letters && isLetter(text.charAt(end))))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
    }

    private int afterString(int from) {
        var begins = line;
        for (var position = from + 1; position < text.length(); position++) {
            switch (text.charAt(position)) {
                case '"' -> {
                    tokens.add(new Token(Kind.STRING, text.substring(from + 1, position), begins));
                    return position + 1;
                }
                case '\\' -> position++;
                case '\n' -> line++;
                default -> {
                    // A part of it.
                }
            }
        }
        throw new PolicyException(file, begins, "the text in quotes has no end");
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The one behind the next. */
    Token second() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        var token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean ends() {
        return peek().kind() == Kind.END;
    }

    /** Goes past this symbol or word, if it is next. */
    boolean take(String symbolOrWord) {
        if (peek().is(symbolOrWord)) {
            at++;
            return true;
        }
        return false;
    }

    /** Goes past this symbol or word, which must be next. */
    void expect(String symbolOrWord) {
        if (!take(symbolOrWord)) {
            throw unexpected("\"%s\" is expected".formatted(symbolOrWord));
        }
    }

    /** A name that is not one of the language's words. */
    String name() {
        var token = next();
        if (token.kind() != Kind.WORD || RESERVED.contains(token.text())) {
            throw failure(token, "a name is expected, not \"%s\"".formatted(token.text()));
        }
        return token.text();
    }

    /** A text in quotes. */
    String string() {
        var token = next();
        if (token.kind() != Kind.STRING) {
            throw failure(token, "a text in quotes is expected, not \"%s\"".formatted(token.text()));
        }
        return Escapes.text(token.text(), reason -> failure(token, reason));
    }

    PolicyException unexpected(String message) {
        return failure(peek(), "%s before \"%s\"".formatted(message, peek().text()));
    }

    PolicyException failure(Token token, String message) {
        return new PolicyException(file, token.line(), message);
    }
}
