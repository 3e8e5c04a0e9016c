package com.socialflow.user.mail;

import static com.socialflow.core.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of one kind of letter in one language: a subject, then paragraphs, with values in braces. A paragraph that
 * names an empty value is left out.
 */
record Template(String subject, List<String> paragraphs) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

    private static final Set<String> LINKS = Set.of("{link}", "{site}", "{" + Letter.UNSUBSCRIBE + "}");

    /** Characters. Longer than any link; a value is never a letter of its own. */
    private static final int VALUE_MAX = 2_000;

    Template {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The template that a file holds: the subject, an empty line, the paragraphs with empty lines between. */
    static Template parse(String file) {
        var parts = file.strip().split("\n\n+");
        return new Template(parts[0], List.of(parts).subList(1, parts.length));
    }

    /** The letter with these values, and the paragraphs of the footer. */
    Words fill(String language, Map<String, String> values, Template footer) {
        var body = new ArrayList<String>();
        paragraphs.stream().filter(paragraph -> !lacking(paragraph, values)).forEach(body::add);
        var last = footer.subject();
        var text = new StringBuilder();
        var html = new StringBuilder();
        for (var paragraph : body) {
            text.append(filled(paragraph, values, UnaryOperator.identity())).append("\n\n");
            html.append("<p>").append(html(paragraph, values)).append("</p>\n");
        }
        text.append("-- \n")
                .append(filled(last, values, UnaryOperator.identity()))
                .append('\n');
        return new Words(
                filled(subject, values, UnaryOperator.identity()),
                text.toString(),
                PAGE.formatted(language, html, html(last, values)));
    }

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
            <body style="font:16px/1.5 system-ui,sans-serif;max-width:36em;margin:2em auto;padding:0 1em">
            %s<hr>
            <p style="font-size:14px">%s</p>
            </body>
            </html>
            """;

    private static boolean lacking(String paragraph, Map<String, String> values) {
        return PLACE.matcher(paragraph)
                .results()
                .map(place -> value(place, values))
                .anyMatch(String::isBlank);
    }

    private static String filled(String text, Map<String, String> values, UnaryOperator<String> written) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(written.apply(value(place, values))));
    }

    /** A link that stands alone can be followed. */
    private static String html(String paragraph, Map<String, String> values) {
        if (LINKS.contains(paragraph)) {
            var address = filled(paragraph, values, Template::escaped);
            require(address.startsWith("http://") || address.startsWith("https://"), "a link leads to the web");
            return "<a href=\"%1$s\">%1$s</a>".formatted(address);
        }
        return filled(escaped(paragraph), values, Template::escaped);
    }

    private static String value(MatchResult place, Map<String, String> values) {
        var name = place.group(1);
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the letter says {%s}, and nothing was given for it".formatted(name));
        }
        return value;
    }

    /** One line without characters that disturb the text around them, whatever somebody put into it. */
    static String plain(String value) {
        var text = new StringBuilder();
        value.codePoints().limit(VALUE_MAX).forEach(character -> {
            switch (Character.getType(character)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> text.append(' ');
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> text.appendCodePoint(character);
            }
        });
        return text.toString().strip();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
