package com.socialflow.platform.policy.cedar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    private static final Pattern NEXT = Pattern.compile(
            "(?<blank>\\s+|//[^\\n]*)|(?<word>[_A-Za-z][_A-Za-z0-9]*)|(?<number>[0-9]+)"
                    + "|\"(?<string>(?:[^\"\\\\]|\\\\.)*+)\""
                    + "|(?<symbol>::|==|!=|<=|>=|&&|\\|\\||[()\\[\\]{},;.<>!@:-])",
            Pattern.DOTALL);

    private static final Set<String> RESERVED =
            Set.of("true", "false", "if", "then", "else", "in", "is", "like", "has", "__cedar");

    private final String file;
    private final List<Token> tokens;
    private int at;

    Lexer(String file, String text) {
        this.file = file;
        this.tokens = cut(text);
    }

    private List<Token> cut(String text) {
        var found = new ArrayList<Token>();
        var matcher = NEXT.matcher(text);
        var line = 1;
        var end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new PolicyException(file, line, "no part of a policy: " + text.charAt(end));
            }
            var kind = kind(matcher.group("word"), matcher.group("number"), matcher.group("string"));
            if (matcher.group("blank") == null) {
                var string = matcher.group("string");
                found.add(new Token(kind, string == null ? matcher.group() : string, line));
            }
            line += (int) matcher.group().chars().filter(c -> c == '\n').count();
            end = matcher.end();
        }
        found.add(new Token(Kind.END, "the end", line));
        return found;
    }

    private static Kind kind(@Nullable String word, @Nullable String number, @Nullable String string) {
        if (word != null) {
            return Kind.WORD;
        }
        if (number != null) {
            return Kind.NUMBER;
        }
        return string != null ? Kind.STRING : Kind.SYMBOL;
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
