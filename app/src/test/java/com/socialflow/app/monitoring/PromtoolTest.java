package com.socialflow.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prometheus itself reads the rules, and says of made up numbers what they are to say. Skipped where it is not. */
class PromtoolTest {

    private static final Path FOLDER = Monitoring.FOLDER.resolve("prometheus");
    private static final int PATIENCE_SECONDS = 60;

    @ParameterizedTest
    @CsvSource({"check rules,rules.yml", "check config,prometheus.yml", "test rules,rules_test.yml"})
    void prometheusIsContentWith(String command, String file) throws IOException, InterruptedException {
        assumeTrue(installed(), "promtool is not installed");
        var words = command.split(" ", 2);
        var process = new ProcessBuilder("promtool", words[0], words[1], file)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(told).isZero();
    }

    /** Also where Prometheus is not installed: a rule without a case is found. */
    @Test
    void everyRuleHasACase() throws IOException {
        var cases = Files.readString(FOLDER.resolve("rules_test.yml"));
        assertThat(Monitoring.rules()).allSatisfy(rule -> {
            var name = Objects.requireNonNullElse(rule.get("alert"), rule.get("record"));
            assertThat(cases).contains(String.valueOf(name));
        });
    }

    private static boolean installed() {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    }
}
