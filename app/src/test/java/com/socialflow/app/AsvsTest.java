package com.socialflow.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/ASVS.md says of every requirement of OWASP ASVS 5.0 up to level 2 is what the tests say. */
class AsvsTest {

    /** Fewer, and a reviewer would have to take our word for it. */
    private static final int TESTED_MIN = 100;

    private static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

    private static final Path PAGE = ROOT.resolve("docs/ASVS.md");

    private static final Pattern ANNOTATION = Pattern.compile("@Asvs\\(([^)]*)\\)");
    private static final Pattern ID = Pattern.compile("\"(V[0-9.]+)\"");
    private static final Pattern JAVA_TEST = Pattern.compile("\\bvoid (\\w+)\\(");
    private static final Pattern TYPESCRIPT_TEST = Pattern.compile("\\btest\\(['\"`](.*?)['\"`],");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (V[0-9.]+) \\| ([^|]*) \\| ([^|]*) \\|$");
    private static final Pattern COUNT = Pattern.compile("(?m)^\\*\\*\\d+ of \\d+\\*\\*");

    @Test
    void everyTestNamesRequirementsThatThereAre() throws IOException {
        assertThat(ids()).containsAll(tests().keySet());
    }

    @Test
    void aHundredRequirementsAreTested() throws IOException {
        assertThat(tests().keySet()).hasSizeGreaterThanOrEqualTo(TESTED_MIN);
    }

    @Test
    void thePageSaysOfEachRequirementHowItIsTestedOrWhyNot() throws IOException {
        var rows = rows();
        var tests = tests();
        var unexplained = new ArrayList<String>();
        for (var id : ids()) {
            var row = rows.getOrDefault(id, new Row("", ""));
            if (!tests.containsKey(id) && !row.saysWhyNot()) {
                unexplained.add(id);
            }
        }

        assertThat(rows.keySet()).containsExactlyElementsOf(ids());
        assertThat(unexplained)
                .as("requirements without a test: say \"not applicable\" or \"not covered\", and why")
                .isEmpty();
    }

    @Test
    void thePageNamesTheTestsThatThereAre() throws IOException {
        var tests = tests();
        var page = Files.readString(PAGE);
        var right = COUNT.matcher(page).replaceFirst("**%d of %d**".formatted(tests.size(), ids().size()));
        right = ROW.matcher(right).replaceAll(row -> {
            var named = tests.get(row.group(1));
            return named == null
                    ? row.group()
                    : "| %s | tested | %s |".formatted(row.group(1), String.join(", ", named));
        });
        Files.createDirectories(ROOT.resolve("app/target"));
        Files.writeString(ROOT.resolve("app/target/ASVS.md"), right);

        assertThat(page).as("the right page lies in app/target/ASVS.md").isEqualTo(right);
    }

    /** What the page says of a requirement. */
    private record Row(String state, String words) {

        boolean saysWhyNot() {
            return List.of("not applicable", "not covered").contains(state) && !words.isBlank();
        }
    }

    private static List<String> ids() throws IOException {
        return Files.readAllLines(ROOT.resolve("app/src/test/resources/asvs5-l2-ids.txt"));
    }

    private static Map<String, Row> rows() throws IOException {
        var rows = new LinkedHashMap<String, Row>();
        ROW.matcher(Files.readString(PAGE))
                .results()
                .forEach(row -> rows.put(row.group(1), new Row(row.group(2), row.group(3))));
        return rows;
    }

    /** Tests by the requirements that they show. */
    private static Map<String, TreeSet<String>> tests() throws IOException {
        var tests = new TreeMap<String, TreeSet<String>>();
        for (var file : testSources()) {
            var text = Files.readString(file, UTF_8);
            var name = file.getFileName().toString();
            var method = name.endsWith(".java") ? JAVA_TEST : TYPESCRIPT_TEST;
            var annotations = ANNOTATION.matcher(text);
            while (annotations.find()) {
                var found = method.matcher(text);
                assertThat(found.find(annotations.end()))
                        .as("a test after %s in %s", annotations.group(), name)
                        .isTrue();
                var test = name.replaceFirst("\\.[^.]*$", "") + ": " + found.group(1);
                ID.matcher(annotations.group(1))
                        .results()
                        .forEach(id -> tests.computeIfAbsent(id.group(1), _ -> new TreeSet<>())
                                .add(test));
            }
        }
        return tests;
    }

    private static List<Path> testSources() throws IOException {
        return SourceFiles.of(ROOT).stream()
                .filter(file -> {
                    var path = "/" + ROOT.relativize(file);
                    return path.contains("/src/test/java/") && path.endsWith(".java")
                            || path.startsWith("/web/test/") && path.endsWith(".test.ts");
                })
                // Its own patterns are no annotations.
                .filter(file -> !file.endsWith("AsvsTest.java"))
                .toList();
    }
}
