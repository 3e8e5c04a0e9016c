package com.socialflow.app.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads an expression of Prometheus as far as our rules and dashboards use the language, and finds what it selects. */
final class PromQl {

    /** The series of one metric, by labels. */
    record Selector(String metric, Set<String> labels) {}

    private static final Set<String> AGGREGATIONS =
            Set.of("sum", "min", "max", "avg", "count", "topk", "bottomk", "quantile", "count_values", "group");

    private static final Set<String> FUNCTIONS = Set.of(
            "rate",
            "irate",
            "increase",
            "delta",
            "deriv",
            "changes",
            "resets",
            "absent",
            "histogram_quantile",
            "clamp_min",
            "clamp_max",
            "max_over_time",
            "min_over_time",
            "avg_over_time",
            "sum_over_time",
            "last_over_time",
            "time",
            "vector",
            "scalar",
            "label_replace",
            "abs",
            "ceil",
            "floor",
            "round");

    private static final Set<String> OPERATORS =
            Set.of("+", "-", "*", "/", "%", "^", "==", "!=", ">", "<", ">=", "<=", "and", "or", "unless");

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<text>\"(?:[^\"\\\\]|\\\\.)*\")"
            + "|(?<range>\\[(?:\\$__\\w+|\\d+[smhdw](?::\\d*[smhdw]?)?)])"
            + "|(?<number>\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?[smhdw]?)"
            + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"
            + "|(?<sign>=~|!~|==|!=|>=|<=|[-+*/%^=<>(){},]))");

    private final String source;
    private final List<String> tokens = new ArrayList<>();
    private final List<Selector> selectors = new ArrayList<>();
    private int at;

    private PromQl(String source) {
        this.source = source;
        var matcher = TOKEN.matcher(source);
        var end = 0;
        while (end < source.stripTrailing().length()) {
            if (!matcher.region(end, source.length()).lookingAt()) {
                throw new IllegalArgumentException(
                        "not read from '%s' of: %s".formatted(source.substring(end), source));
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    /**
     * What an expression selects.
     *
     * @throws IllegalArgumentException when it is none
     */
    static List<Selector> selectors(String expression) {
        var read = new PromQl(expression);
        read.expression();
        if (read.at < read.tokens.size()) {
            throw read.unexpected("an operator");
        }
        return read.selectors;
    }

    private void expression() {
        operand();
        while (at < tokens.size() && OPERATORS.contains(word(peek()))) {
            at++;
            if (peek().equals("bool")) {
                at++;
            }
            while (Set.of("on", "ignoring", "group_left", "group_right").contains(peek())) {
                at++;
                if (peek().equals("(")) {
                    labels();
                }
            }
            operand();
        }
    }

    private void operand() {
        var token = next();
        if (token.equals("-") || token.equals("+")) {
            operand();
        } else if (token.equals("(")) {
            expression();
            expect(")");
        } else if (AGGREGATIONS.contains(token)) {
            grouping();
            arguments();
            grouping();
        } else if (FUNCTIONS.contains(token)) {
            arguments();
        } else if (isName(token)) {
            selector(token);
        } else if (!Character.isDigit(token.charAt(0)) && !token.startsWith("\"")) {
            at--;
            throw unexpected("a value");
        }
        if (peek().startsWith("[")) {
            at++;
        }
        if (peek().equals("offset")) {
            at += 2;
        }
    }

    private void grouping() {
        if (peek().equals("by") || peek().equals("without")) {
            at++;
            labels();
        }
    }

    private void arguments() {
        expect("(");
        while (!peek().equals(")")) {
            expression();
            if (!peek().equals(")")) {
                expect(",");
            }
        }
        at++;
    }

    private void selector(String metric) {
        var labels = new TreeSet<String>();
        if (peek().equals("{")) {
            at++;
            while (!peek().equals("}")) {
                labels.add(name());
                if (!Set.of("=", "!=", "=~", "!~").contains(next()) || !next().startsWith("\"")) {
                    throw unexpected("a comparison with a text");
                }
                if (!peek().equals("}")) {
                    expect(",");
                }
            }
            at++;
        }
        selectors.add(new Selector(metric, labels));
    }

    private void labels() {
        expect("(");
        while (!peek().equals(")")) {
            name();
            if (!peek().equals(")")) {
                expect(",");
            }
        }
        at++;
    }

    private String name() {
        if (!isName(peek())) {
            throw unexpected("a name");
        }
        return next();
    }

    /** Functions that are not known are taken for metrics, and are missing there. */
    private static boolean isName(String token) {
        return !token.isEmpty() && (Character.isLetter(token.charAt(0)) || "_:".indexOf(token.charAt(0)) >= 0);
    }

    private static String word(String token) {
        return token.toLowerCase(Locale.ROOT);
    }

    private void expect(String token) {
        if (!peek().equals(token)) {
            throw unexpected(token);
        }
        at++;
    }

    private String next() {
        if (at >= tokens.size()) {
            throw unexpected("more");
        }
        return tokens.get(at++);
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private IllegalArgumentException unexpected(String wanted) {
        return new IllegalArgumentException("%s was expected at '%s' of: %s".formatted(wanted, peek(), source));
    }
}
