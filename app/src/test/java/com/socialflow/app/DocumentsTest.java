package com.socialflow.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The pages that people read stay true where a test can tell. */
class DocumentsTest {

    private static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)");
    private static final Pattern KEY_ROW = Pattern.compile("(?m)^\\| `(socialflow\\.[a-z0-9.-]+)` \\|");

    @Test
    void linksLeadSomewhere() throws IOException {
        var broken = new ArrayList<String>();
        for (var page : pages()) {
            var links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                if (!Files.exists(page.resolveSibling(links.group(1)))) {
                    broken.add("%s -> %s".formatted(ROOT.relativize(page), links.group(1)));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void operatorsFindEveryKeyAndNoOther() throws IOException {
        var rows = KEY_ROW.matcher(Files.readString(ROOT.resolve("docs/OPERATING.md")));
        assertThat(rows.results().map(row -> row.group(1)))
                .as("docs/OPERATING.md has a row for every key of application.yml")
                .containsExactlyInAnyOrderElementsOf(keys());
    }

    private static Set<String> keys() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        return requireNonNull(yaml.getObject()).keySet().stream()
                .map(Object::toString)
                .filter(key -> key.startsWith("socialflow."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }
}
