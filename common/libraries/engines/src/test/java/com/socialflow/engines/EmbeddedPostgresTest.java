package com.socialflow.engines;

import static com.socialflow.engines.Given.PATIENCE;
import static com.socialflow.engines.Given.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("engines")
class EmbeddedPostgresTest {

    @TempDir
    static Path data;

    static Engines engines;

    @BeforeAll
    static void start() {
        engines = Engines.start(Given.only(data, Engine.POSTGRES), Given.NOBODY_LISTENS);
    }

    @AfterAll
    static void stop() {
        engines.close();
    }

    @Test
    void letsInWhoeverKnowsThePassword() throws Exception {
        var address = engines.postgres(PATIENCE);

        try (var connection = connect(address);
                var result = connection.createStatement().executeQuery("SHOW fsync")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getString(1)).isEqualTo("on");
        }
        var wrong = new PostgresAddress(address.host(), address.port(), address.database(), address.user(), "guess");
        assertThatThrownBy(() -> connect(wrong))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    // @Asvs("V13.3.2")
    @Test
    void keepsItsPasswordFromOthers() throws Exception {
        engines.postgres(PATIENCE);

        for (var file : new String[] {"postgres/password", "run/engines.properties"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    // @Asvs("V13.2.2")
    @Test
    void doesNotRunAsRoot() {
        engines.postgres(PATIENCE);

        var server = ProcessHandle.of(Given.pid(data, Engine.POSTGRES)).orElseThrow();
        assertThat(server.info().user()).isPresent().get().isNotEqualTo("root");
    }

    @Test
    void comesBackWithEverythingAcknowledgedWhenKilled() throws Exception {
        var address = engines.postgres(PATIENCE);
        var restarts = Given.status(engines, Engine.POSTGRES).restarts();
        try (var connection = connect(address);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id int PRIMARY KEY)");
            for (var id = 0; id < 100; id++) {
                statement.execute("INSERT INTO kept VALUES (%d)".formatted(id));
            }
            Given.kill(Given.pid(data, Engine.POSTGRES));
        }

        Given.eventually(() -> Given.status(engines, Engine.POSTGRES).restarts() == restarts + 1);
        assertThat(engines.postgres(PATIENCE)).isEqualTo(address);
        assertThat(Given.status(engines, Engine.POSTGRES).state()).isEqualTo(EngineState.READY);
        try (var connection = connect(address);
                var result = connection.createStatement().executeQuery("SELECT count(*) FROM kept")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getInt(1)).isEqualTo(100);
        }
    }

    @Test
    void isFoundByAnotherProcessOfTheProgram() throws Exception {
        var address = engines.postgres(PATIENCE);

        try (var attached = Engines.attach(data)) {
            assertThat(attached.postgres(PATIENCE)).isEqualTo(address);
            assertThatThrownBy(() -> attached.kafka(PATIENCE)).hasMessageContaining("not embedded");
        }
    }

    @Test
    void isNotSharedWithASecondProgram() {
        assertThatThrownBy(() -> Engines.start(Given.only(data, Engine.POSTGRES), Given.NOBODY_LISTENS))
                .isInstanceOf(DataDirectoryTakenException.class)
                .hasMessageContaining("another Social Flow runs on the data directory");
        assertThat(engines.postgres(PATIENCE)).isNotNull();
    }

    @Test
    void refusesAClusterOfAnotherVersion() throws Exception {
        var other = data.resolve("other");
        Files.createDirectories(other.resolve("postgres/data"));
        Files.writeString(other.resolve("postgres/data/PG_VERSION"), "17\n");

        try (var own = Engines.start(Given.only(other, Engine.POSTGRES), Given.NOBODY_LISTENS)) {
            assertThatThrownBy(() -> own.postgres(PATIENCE)).hasMessageContaining("written by PostgreSQL 17");
        }
    }
}
