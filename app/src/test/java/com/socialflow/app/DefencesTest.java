package com.socialflow.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The page about what guards what says what the program does. */
class DefencesTest {

    private static final Path ROOT =
            Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();

    /** What, its value, and the key or the constant that has it. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| [^|]+ \\| ([^|]+) \\| `([A-Za-z.-]+(?:_[A-Z]+)*)` \\|$");

    private static final Pattern WORD = Pattern.compile("\"([a-z]+)\"");

    @Asvs({"V2.1.3", "V5.1.1", "V7.1.1", "V7.1.2", "V15.1.3"})
    @Test
    void numbersAreThoseOfTheProgram() throws IOException {
        var rows = ROW.matcher(page()).results().toList();

        assertThat(rows).hasSizeGreaterThan(20);
        for (MatchResult row : rows) {
            assertThat(value(row.group(2))).as(row.group(2)).isEqualTo(row.group(1));
        }
    }

    @Asvs("V6.1.2")
    @Test
    void wordsThatMakeNoPasswordAreThoseOfTheProgram() throws IOException {
        var page = page();
        for (var name : List.of("NewPasswords.java", "RegistrationRules.java")) {
            var words = Files.readString(source(name))
                    .lines()
                    .filter(line -> line.contains("\"socialflow\""))
                    .flatMap(line -> WORD.matcher(line).results())
                    .map(word -> "`" + word.group(1) + "`")
                    .toList();

            assertThat(words).as(name).isNotEmpty().allMatch(page::contains);
        }
    }

    /** As it stands in the reference of every key, or in the source. */
    private static String value(String name) throws IOException {
        if (name.startsWith("socialflow.")) {
            return String.valueOf(defaults().get(name));
        }
        var parts = name.split("\\.");
        var constant =
                Pattern.compile("\\b" + parts[1] + " = ([^;]+);").matcher(Files.readString(source(parts[0] + ".java")));
        assertThat(constant.find()).as(name).isTrue();
        return constant.group(1).replaceAll("(?<=\\d)L\\b", "").replace("_", "");
    }

    private static Properties defaults() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        return requireNonNull(yaml.getObject());
    }

    private static Path source(String name) throws IOException {
        for (var folder : List.of("services", "workers", "common/libraries")) {
            var found = SourceFiles.of(ROOT.resolve(folder)).stream()
                    .filter(file -> file.endsWith(name) && file.toString().contains("/src/main/java/"))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError(name);
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/DEFENCES.md"));
    }
}
