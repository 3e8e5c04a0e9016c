package com.socialflow.user.digests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.socialflow.user.digests.Digest.Item;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Puts the items of digests into words. */
@Component
class DigestWords {

    private static final String FALLBACK = "en";

    /** As many as there are files of. */
    private static final Map<String, String> LANGUAGES = Map.of("en", "en", "de", "de");

    /** More are not named: 99 and more sounds like that. */
    static final int UNREAD_MAX = 99;

    private final Map<String, Properties> words = new ConcurrentHashMap<>();

    /** One line. */
    String of(Item item, String locale) {
        var known = words(locale);
        var who = item.others() == 0 || item.who().isEmpty()
                ? item.who()
                : known.getProperty(item.others() == 1 ? "and-one" : "and-others")
                        .replace("{others}", Integer.toString(item.others()))
                        .replace("{who}", item.who());
        var form = (item.who().isEmpty() ? "nobody." : "") + item.kind();
        var phrase = known.getProperty(form, known.getProperty("other")).replace("{who}", who);
        return item.text().isEmpty()
                ? phrase
                : phrase + ": " + known.getProperty("quoted").replace("{text}", item.text());
    }

    /** How many are unread. */
    static String unread(int count) {
        return count > UNREAD_MAX ? UNREAD_MAX + "+" : Integer.toString(count);
    }

    private Properties words(String locale) {
        var language = LANGUAGES.getOrDefault(Locale.forLanguageTag(locale).getLanguage(), FALLBACK);
        return words.computeIfAbsent(language, DigestWords::read);
    }

    private static Properties read(String language) {
        try {
            var known = new Properties();
            var file = new ClassPathResource(language + ".properties", DigestWords.class);
            known.load(new StringReader(file.getContentAsString(UTF_8)));
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("there are no words for digests", e);
        }
    }
}
