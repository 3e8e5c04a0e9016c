package com.socialflow.user.consents;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The texts that people agree to. Resources {@code <purpose>/<version>.<language>.md}, whose first line is the title;
 * {@code versions.properties} says which there are. A text that somebody agreed to is never changed: add a version.
 */
@Component
public class Policies {

    static final String LANGUAGE_DEFAULT = "en";

    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final String TITLE = "# ";

    private final Map<Purpose, List<String>> versions = new EnumMap<>(Purpose.class);
    private final Map<String, Policy> texts = new ConcurrentHashMap<>();

    Policies() {
        var listed = new Properties();
        try (var in = Policies.class.getResourceAsStream("versions.properties")) {
            listed.load(requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var purpose : Purpose.values()) {
            versions.put(purpose, List.of(listed.getProperty(purpose.text()).split("\\s*,\\s*")));
        }
    }

    /** The version that applies now. */
    public String version(Purpose purpose) {
        return known(purpose).getLast();
    }

    /** SHA-256 of the text that applies now, in the language that the others are translated from. */
    public byte[] hash(Purpose purpose) {
        return current(purpose, LANGUAGE_DEFAULT).hash();
    }

    /**
     * The text that applies now.
     *
     * @param locale a BCP 47 tag; a language that has no text gets English
     */
    Policy current(Purpose purpose, String locale) {
        return read(purpose, version(purpose), language(locale));
    }

    /** The text of a version; empty when there was none. */
    Optional<Policy> find(Purpose purpose, String version, String locale) {
        return known(purpose).contains(version)
                ? Optional.of(read(purpose, version, language(locale)))
                : Optional.empty();
    }

    private List<String> known(Purpose purpose) {
        return requireNonNull(versions.get(purpose));
    }

    private static String language(String locale) {
        var language = Locale.forLanguageTag(locale).getLanguage();
        return LANGUAGES.contains(language) ? language : LANGUAGE_DEFAULT;
    }

    private Policy read(Purpose purpose, String version, String language) {
        return texts.computeIfAbsent(
                "%s/%s.%s.md".formatted(purpose.text(), version, language),
                resource -> load(resource, purpose, version, language));
    }

    private static Policy load(String resource, Purpose purpose, String version, String language) {
        try (var in = Policies.class.getResourceAsStream(resource)) {
            var bytes = requireNonNull(in, resource).readAllBytes();
            var text = new String(bytes, StandardCharsets.UTF_8);
            var title = text.lines().findFirst().orElse("");
            return new Policy(
                    purpose,
                    version,
                    language,
                    title.substring(TITLE.length()),
                    text,
                    MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
