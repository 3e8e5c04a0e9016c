package com.socialflow.platform.config;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses to start with a configuration key that nobody reads: it is a typing mistake, and its owner believes that it
 * works. The known ones come from the metadata that the build makes of every settings record.
 */
public final class KnownKeys {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String PREFIX = "socialflow.";
    private static final String ENVIRONMENT_PREFIX = "SOCIALFLOW_";

    private final Map<String, Boolean> open = new TreeMap<>();

    /** Reads the metadata of every jar that this class loader sees. */
    public KnownKeys(ClassLoader loader, Set<String> more) throws IOException {
        more.forEach(name -> open.put(name, false));
        var json = new JsonMapper();
        for (var url : Collections.list(loader.getResources(METADATA))) {
            var text = text(url);
            // Most are of libraries, and large.
            if (text.contains('"' + PREFIX)) {
                for (var property : json.readTree(text).path("properties")) {
                    var name = property.path("name").asString();
                    if (name.startsWith(PREFIX)) {
                        open.put(name, property.path("type").asString().startsWith("java.util.Map"));
                    }
                }
            }
        }
    }

    private static String text(URL url) throws IOException {
        try (var in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Keys under {@code socialflow.} that no settings record has, with where they were written. */
    public List<String> unknown(ConfigurableEnvironment environment) {
        var unknown = new TreeSet<String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> keys) {
                for (var key : keys.getPropertyNames()) {
                    if (!known(key)) {
                        unknown.add("%s (in %s)".formatted(key, source.getName()));
                    }
                }
            }
        }
        return new ArrayList<>(unknown);
    }

    private boolean known(String key) {
        if (key.startsWith(ENVIRONMENT_PREFIX)) {
            return open.entrySet().stream()
                    .anyMatch(entry -> matches(key, environmentName(entry.getKey()), entry.getValue(), "_"));
        }
        return !key.startsWith(PREFIX)
                || open.entrySet().stream()
                        .anyMatch(entry -> matches(key, entry.getKey(), entry.getValue(), ".")
                                || matches(key, entry.getKey(), true, "["));
    }

    private static boolean matches(String key, String name, boolean map, String separator) {
        return key.equals(name) || (map && key.startsWith(name + separator));
    }

    /** As Spring writes a key in the environment: upper case, dots as underscores, no dashes. */
    private static String environmentName(String key) {
        return key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
