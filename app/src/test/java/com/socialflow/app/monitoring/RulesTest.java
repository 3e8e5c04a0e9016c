package com.socialflow.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of Prometheus and the dashboards of Grafana are what those two read. */
class RulesTest {

    private static final String RUNBOOKS = "docs/OPERATING.md";
    private static final Set<String> SEVERITIES = Set.of("page", "ticket");

    @Test
    void everyRuleRecordsOrAlertsAndCanBeRead() {
        assertThat(Monitoring.rules()).isNotEmpty().allSatisfy(rule -> {
            var record = rule.get("record");
            assertThat(record == null).as("%s: either of the two", rule).isEqualTo(rule.containsKey("alert"));
            assertThatCode(() -> PromQl.selectors(text(rule, "expr"))).doesNotThrowAnyException();
            if (record != null) {
                assertThat(record.toString()).matches("socialflow:[a-z_]+:[a-z0-9_]+");
                assertThat(rule.keySet()).isSubsetOf("record", "expr", "labels");
            }
        });
    }

    @Test
    void everyAlertSaysHowBadItIsAndWhatToDo() throws IOException {
        var headings = Files.readAllLines(Monitoring.ROOT.resolve(RUNBOOKS)).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> RUNBOOKS + "#" + line.substring(4).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(Monitoring.rules().stream().filter(rule -> rule.containsKey("alert")))
                .isNotEmpty()
                .allSatisfy(alert -> {
                    assertThat(alert.keySet()).isSubsetOf("alert", "expr", "for", "labels", "annotations");
                    assertThat(String.valueOf(alert.getOrDefault("for", "0s"))).matches("\\d+[smh]");
                    assertThat(SEVERITIES).contains(text(part(alert, "labels"), "severity"));
                    var annotations = part(alert, "annotations");
                    assertThat(text(annotations, "summary")).isNotBlank();
                    assertThat(text(annotations, "runbook"))
                            .endsWith("#" + text(alert, "alert").toLowerCase(Locale.ROOT))
                            .isIn(headings);
                });
    }

    @Test
    void dashboardsAreOfNoOneMachine() {
        var ids = Dashboard.all().stream()
                .map(dashboard -> dashboard.json().path("uid").asString())
                .toList();
        assertThat(ids).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(Dashboard.all()).allSatisfy(dashboard -> {
            assertThat(dashboard.json().has("id"))
                    .as("an id of one database of Grafana")
                    .isFalse();
            assertThat(dashboard.json().path("title").asString()).startsWith("Social Flow: ");
            assertThat(dashboard.json().findValues("datasource"))
                    .isNotEmpty()
                    .allSatisfy(
                            source -> assertThat(source.path("uid").asString()).isEqualTo("${datasource}"));
            assertThat(dashboard.panels())
                    .extracting(panel -> panel.path("id").asInt())
                    .doesNotHaveDuplicates();
            assertThat(dashboard.panels())
                    .filteredOn(panel -> !panel.path("type").asString().equals("row"))
                    .isNotEmpty()
                    .allSatisfy(panel ->
                            assertThat(panel.path("description").asString()).isNotBlank());
        });
    }

    @Test
    void composeStartsWhatLiesHere() {
        var services = part(Monitoring.yaml("compose.yml"), "services");
        for (var service : services.values()) {
            var volumes = Objects.requireNonNull(((Map<?, ?>) service).get("volumes"));
            for (var volume : (Iterable<?>) volumes) {
                var source = volume.toString().split(":", -1)[0];
                if (source.startsWith(".")) {
                    assertThat(Monitoring.FOLDER.resolve(source)).isDirectory();
                }
            }
        }
        assertThat(Monitoring.yaml("prometheus/prometheus.yml")).containsKeys("rule_files", "scrape_configs");
        assertThat(Monitoring.yaml("grafana/provisioning/dashboards/socialflow.yml"))
                .containsKey("providers");
        assertThat(Monitoring.yaml("grafana/provisioning/datasources/prometheus.yml"))
                .containsKey("datasources");
    }

    private static String text(Map<?, ?> object, String key) {
        return String.valueOf(object.get(key));
    }

    @SuppressWarnings("unchecked") // what YAML gives for an object
    private static Map<String, Object> part(Map<String, Object> object, String key) {
        return (Map<String, Object>) Objects.requireNonNull(object.get(key), key);
    }
}
