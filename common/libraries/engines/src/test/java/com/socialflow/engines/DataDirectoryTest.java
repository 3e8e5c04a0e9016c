package com.socialflow.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path data;

    @Test
    void isNotUsedOnAFullDisk() {
        assertThatThrownBy(() -> DataDirectory.open(data, Long.MAX_VALUE))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("MB free");
    }

    @Test
    void staysLockedWhenASecondOneIsRefused() {
        try (var _ = DataDirectory.open(data, 0)) {
            for (var tries = 0; tries < 2; tries++) {
                assertThatThrownBy(() -> DataDirectory.open(data, 0)).isInstanceOf(DataDirectoryTakenException.class);
            }
        }
        DataDirectory.open(data, 0).close();
    }

    @Test
    void keepsAPortUntilSomebodyElseHasIt() throws Exception {
        var file = data.resolve("ports");
        var first = ports(file).choose("engine", EnginesSettings.ANY_PORT);

        assertThat(ports(file).choose("engine", EnginesSettings.ANY_PORT)).isEqualTo(first);
        try (var _ = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ports(file).choose("engine", EnginesSettings.ANY_PORT)).isNotEqualTo(first);
            assertThatThrownBy(() -> ports(file).choose("engine", first)).hasMessageContaining("is taken");
        }
    }

    @Test
    void givesTwoEnginesTwoPorts() throws Exception {
        var ports = ports(data.resolve("ports"));

        assertThat(ports.choose("one", EnginesSettings.ANY_PORT))
                .isNotEqualTo(ports.choose("other", EnginesSettings.ANY_PORT));
    }

    @Test
    void saysThatNobodyRunsTheEngines() {
        try (var attached = Engines.attach(data)) {
            assertThatThrownBy(() -> attached.postgres(Duration.ZERO)).hasMessageContaining("start it first");
            assertThat(attached.statuses()).allMatch(status -> status.state() == EngineState.STOPPED);
        }
    }

    private static Ports ports(Path file) {
        return new Ports(file, RandomGenerator.getDefault());
    }
}
