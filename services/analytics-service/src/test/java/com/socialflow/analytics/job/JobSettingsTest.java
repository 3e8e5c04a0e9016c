package com.socialflow.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobSettingsTest {

    private static final List<String> LEAST =
            List.of("--kafka", "k:9092", "--database-url", "jdbc:postgresql://d/s", "--database-user", "social");

    @Test
    void readsACommandLineAndThePasswordOfTheEnvironment() {
        var settings = JobSettings.parse(LEAST, Map.of("SOCIALFLOW_DATABASE_PASSWORD", "secret"));

        assertThat(settings.topic()).isEqualTo("views.beacons");
        assertThat(settings.impressions()).isEqualTo("views.impressions");
        assertThat(settings.parallelism()).isEqualTo(1);
        assertThat(settings.database().password()).isEqualTo("secret");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void refusesWhatItDoesNotKnowAndWhatLacks() {
        assertThatThrownBy(() -> JobSettings.parse(List.of("--kafak", "k:9092"), Map.of()))
                .hasMessageContaining("--kafak");
        assertThatThrownBy(() -> JobSettings.parse(LEAST.subList(0, 4), Map.of()))
                .hasMessageContaining("--database-user");
    }
}
