package com.socialflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ComputedBeansTest {

    private static final String PACKAGED = "Config resource 'class path resource [application.yml]' via location 'x'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.port",
                "server.address",
                "socialflow.data",
                "socialflow.web.json-max",
                "logging.level.root"
            })
    void whatNoConditionAsksForLeavesThemAsTheyAre(String key) {
        assertThat(fit("commandLineArgs", key, "1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.forward-headers-strategy",
                "management.opentelemetry.tracing.export.otlp.endpoint",
                "spring.threads.virtual.enabled",
                "springdoc.api-docs.enabled",
                "debug"
            })
    void whatConditionsAskForHasThemComputedAnew(String key) {
        assertThat(fit("commandLineArgs", key, "1")).isFalse();
        assertThat(fit(PACKAGED, key, "1")).isTrue();
    }

    @Test
    void theEnvironmentCountsToo() {
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        var variables = Map.<String, Object>of("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", "http://x");
        var environment = new StandardEnvironment();
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));

        assertThat(ComputedBeans.fit(environment)).isFalse();
    }

    @Test
    void someOfTheRolesHaveThemComputedAnew() {
        assertThat(fit("commandLineArgs", "socialflow.roles", "all")).isTrue();
        assertThat(fit("commandLineArgs", "socialflow.roles", "all,-workers")).isFalse();
        assertThat(fit(PACKAGED, "socialflow.roles", "workers")).isFalse();
    }

    private static boolean fit(String source, String key, String value) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource(source, Map.of(key, value)));
        return ComputedBeans.fit(environment);
    }
}
