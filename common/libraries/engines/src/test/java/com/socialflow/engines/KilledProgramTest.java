package com.socialflow.engines;

import static com.socialflow.engines.Given.PATIENCE;
import static com.socialflow.engines.Given.connect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("engines")
class KilledProgramTest {

    @TempDir
    Path data;

    @Test
    void leavesItsDataAndNothingElse() throws Exception {
        var program = ProgramForTests.start(data, Engine.POSTGRES, Engine.REDIS);
        PostgresAddress address;
        try (var attached = Engines.attach(data)) {
            address = attached.postgres(PATIENCE);
            try (var connection = connect(address)) {
                connection.createStatement().execute("CREATE TABLE kept AS SELECT 7 AS id");
            }
            try (var client = RedisClient.signedIn(attached.redis(PATIENCE))) {
                assertThat(client.ask("SET kept 7")).isEqualTo("+OK");
            }
        }
        var left = List.of(Given.pid(data, Engine.POSTGRES), Given.pid(data, Engine.REDIS));
        program.destroyForcibly().waitFor();
        if (ChildUser.detect().setpriv()) {
            Given.eventually(() -> left.stream().noneMatch(Given::alive));
        }

        try (var engines = Engines.start(Given.only(data, Engine.POSTGRES, Engine.REDIS), Given.NOBODY_LISTENS)) {
            assertThat(engines.postgres(PATIENCE)).isEqualTo(address);
            try (var client = RedisClient.signedIn(engines.redis(PATIENCE))) {
                assertThat(client.ask("GET kept")).isEqualTo("7");
            }
            assertThat(left)
                    .allSatisfy(pid -> assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive))
                            .isEmpty());
            try (var connection = connect(address);
                    var result = connection.createStatement().executeQuery("SELECT id FROM kept")) {
                assertThat(result.next()).isTrue();
            }
        }
        assertThat(Given.pid(data, Engine.POSTGRES)).isZero();
        assertThat(Given.pid(data, Engine.REDIS)).isZero();
    }
}
