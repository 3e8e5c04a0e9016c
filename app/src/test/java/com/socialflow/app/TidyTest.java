package com.socialflow.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources look like, where no compiler looks. */
class TidyTest {

    private static final int FILE_LINES_MAX = 400;
    private static final int METHOD_LINES_MAX = 60;
    private static final int LINE_MAX = 120;

    private static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

    private static final Pattern METHOD_START = Pattern.compile("^ {4}(?! )[^/*@}].*\\)( throws [^{]*)? \\{$");

    @Test
    void filesAreShort() throws IOException {
        assertThat(offending(sources(".java", ".ts", ".tsx", ".css"), lines -> lines.size() > FILE_LINES_MAX))
                .as("files of over %d lines: split them by what they are about", FILE_LINES_MAX)
                .isEmpty();
    }

    @Test
    void linesAreShort() throws IOException {
        // Names of classes of others are as long as they are, and an import can't be broken.
        assertThat(offending(
                        sources(".java"),
                        lines -> lines.stream()
                                .filter(line -> !line.startsWith("import "))
                                .anyMatch(line -> line.length() > LINE_MAX)))
                .as("files with lines of over %d characters", LINE_MAX)
                .isEmpty();
    }

    @Test
    void methodsAreShort() throws IOException {
        var found = new ArrayList<String>();
        for (var file : sources(".java")) {
            var lines = Files.readAllLines(file, UTF_8);
            var start = -1;
            for (var i = 0; i < lines.size(); i++) {
                if (METHOD_START.matcher(lines.get(i)).matches()) {
                    start = i;
                } else if (start >= 0 && lines.get(i).equals("    }")) {
                    if (i - start > METHOD_LINES_MAX) {
                        found.add("%s:%d".formatted(ROOT.relativize(file), start + 1));
                    }
                    start = -1;
                }
            }
        }
        assertThat(found)
                .as("methods of over %d lines: name their parts", METHOD_LINES_MAX)
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        var bare = new ArrayList<Path>();
        for (var file : sources(".java")) {
            var info = file.resolveSibling("package-info.java");
            if (!Files.exists(info) || !Files.readString(info).contains("@NullMarked")) {
                bare.add(ROOT.relativize(file.getParent()));
            }
        }
        assertThat(bare.stream().distinct()).as("packages without @NullMarked").isEmpty();
    }

    @Test
    void noMocksAndNoLombok() throws IOException {
        assertThat(offending(
                        sources(".java", "pom.xml"),
                        lines -> lines.stream()
                                .anyMatch(line -> line.contains("org." + "mockito") || line.contains("lom" + "bok."))))
                .as("no mocks: use the real engine, or a fake that passes the same kit; no generated accessors:"
                        + " records")
                .isEmpty();
    }

    @Test
    void schemasAreTheirOwnersAlone() throws IOException {
        var found = new ArrayList<String>();
        for (var file : sources("Store.java", ".sql")) {
            var text = Files.readString(file);
            for (var other : List.of("user", "video", "social", "view_count", "analytics", "workers")) {
                var module = other.replace('_', '-');
                var own = file.toString().contains("/" + other + "/")
                        || file.toString().contains("/" + module + "-");
                var names =
                        Pattern.compile("(FROM|JOIN|INTO|UPDATE)\\s+\"?" + other + "\"?\\.", Pattern.CASE_INSENSITIVE);
                if (!own && names.matcher(text).find()) {
                    found.add("%s names schema %s".formatted(ROOT.relativize(file), other));
                }
            }
        }
        assertThat(found)
                .as("SQL of another service's schema: call that service")
                .isEmpty();
    }

    private static List<Path> offending(List<Path> files, Predicate<List<String>> rule) throws IOException {
        var found = new ArrayList<Path>();
        for (var file : files) {
            if (rule.test(Files.readAllLines(file, UTF_8))) {
                found.add(ROOT.relativize(file));
            }
        }
        return found;
    }

    private static List<Path> sources(String... endings) throws IOException {
        return SourceFiles.of(ROOT).stream()
                .filter(file -> Stream.of(endings).anyMatch(file.getFileName().toString()::endsWith))
                .toList();
    }
}
