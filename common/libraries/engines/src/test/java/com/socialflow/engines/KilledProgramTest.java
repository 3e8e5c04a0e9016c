package com.socialflow.engines;

import static com.socialflow.engines.Given.PATIENCE;
import static com.socialflow.engines.Given.connect;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("engines")
class KilledProgramTest {

    @TempDir
    Path data;

    @Test
    void leavesItsDataAndNothingElse() throws Exception {
        var program = ProgramForTests.start(data, Engine.POSTGRES);
        PostgresAddress address;
        try (var attached = Engines.attach(data)) {
            address = attached.postgres(PATIENCE);
            try (var connection = connect(address)) {
                connection.createStatement().execute("CREATE TABLE kept AS SELECT 7 AS id");
            }
        }
        var left = Given.pid(data, Engine.POSTGRES);
        program.destroyForcibly().waitFor();

        try (var engines = Engines.start(Given.only(data, Engine.POSTGRES), Given.NOBODY_LISTENS)) {
            assertThat(engines.postgres(PATIENCE)).isEqualTo(address);
            assertThat(ProcessHandle.of(left).filter(ProcessHandle::isAlive)).isEmpty();
            try (var connection = connect(address);
                    var result = connection.createStatement().executeQuery("SELECT id FROM kept")) {
                assertThat(result.next()).isTrue();
            }
        }
        assertThat(Given.pid(data, Engine.POSTGRES)).isZero();
    }
}
