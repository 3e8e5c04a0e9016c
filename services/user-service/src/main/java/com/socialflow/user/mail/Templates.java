package com.socialflow.user.mail;

import static com.socialflow.core.Require.require;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Puts letters into words. Every kind has a text in every language, as a resource. */
@Component
class Templates {

    static final Set<String> LANGUAGES = Set.of("en", "de");

    private static final String FALLBACK = "en";
    private static final String FOOTER = "footer";
    private static final String WORDS = "words";

    /** Values that are moments, in ISO 8601. Where the reader is nobody knows, so letters tell UTC. */
    private static final Set<String> MOMENTS = Set.of("time", "date");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT);

    private final Links links;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final Map<String, Properties> words = new ConcurrentHashMap<>();

    Templates(Links links) {
        this.links = links;
    }

    /** The letter in the language of the locale, or else in English. */
    Words render(Letter letter, String locale) {
        var wanted = Locale.forLanguageTag(locale);
        var language = LANGUAGES.contains(wanted.getLanguage()) ? wanted.getLanguage() : FALLBACK;
        var dates = language.equals(wanted.getLanguage()) ? wanted : Locale.forLanguageTag(FALLBACK);
        var values = new HashMap<String, String>();
        values.put("site", links.site());
        letter.values().forEach((name, value) -> values.put(name, said(language, dates, name, Template.plain(value))));
        return template(language, letter.kind()).fill(language, values, template(language, FOOTER));
    }

    /** How the language says a value that is a code or a moment. */
    private String said(String language, Locale dates, String name, String value) {
        if (MOMENTS.contains(name) && !value.isEmpty()) {
            return TIME.withLocale(dates).format(Instant.parse(value).atZone(ZoneOffset.UTC)) + " UTC";
        }
        return words.computeIfAbsent(language, Templates::words).getProperty(name + "." + value, value);
    }

    private static Properties words(String language) {
        try {
            var known = new Properties();
            known.load(new StringReader(read(language, WORDS + ".properties")));
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Template template(String language, String kind) {
        require(kind.matches("[a-z-]{3,40}"), "no kind of letter: %s", kind);
        return templates.computeIfAbsent(language + "/" + kind, _ -> Template.parse(read(language, kind + ".txt")));
    }

    private static String read(String language, String name) {
        try {
            return new ClassPathResource("letters/" + language + "/" + name, Templates.class).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("there are no words for this letter", e);
        }
    }
}
