package com.socialflow.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class KnownKeysTest {

    @Test
    void findsAKeyThatNobodyReads() throws IOException {
        assertThat(unknown(Map.of("socialflow.database.ulr", "x")))
                .containsExactly("socialflow.database.ulr (in test)");
    }

    @Test
    void findsItInTheEnvironmentToo() throws IOException {
        assertThat(unknown(Map.of("SOCIALFLOW_DATABASE_ULR", "x"))).hasSize(1);
    }

    @Test
    void knowsEveryWayToWriteAKey() throws IOException {
        assertThat(unknown(Map.of(
                        "socialflow.database.connections-max", 3,
                        "SOCIALFLOW_DATABASE_CONNECTIONSMAX", 3,
                        "socialflow.calls.address.user", "127.0.0.1:1",
                        "SOCIALFLOW_CALLS_ADDRESS_USER", "127.0.0.1:1",
                        "SOCIALFLOW_HEAP", "1g",
                        "PATH", "/bin")))
                .isEmpty();
    }

    private static Iterable<String> unknown(Map<String, Object> keys) throws IOException {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", keys));
        return new KnownKeys(KnownKeysTest.class.getClassLoader(), Set.of("socialflow.heap")).unknown(environment);
    }
}
