package com.socialflow.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.testkit.TestEngines;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("engines")
class MigrationsTest {

    private static final List<ServiceSchema> SCHEMAS = List.of(new ServiceSchema("video"));

    private final DataSource database = database();
    private final JdbcClient jdbc = JdbcClient.create(database);

    private static DataSource database() {
        var own = TestEngines.postgres();
        return new DriverManagerDataSource(own.url(), own.user(), own.password());
    }

    @Test
    void bringsAnEmptyDatabaseUpToDate() {
        migrate();

        assertThat(jdbc.sql("SELECT count(*) FROM video.counter")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void asksFlywayOnlyWhenTheScriptsAreOthers() {
        migrate();
        // From here on Flyway would make tables that there are.
        jdbc.sql("DELETE FROM video.schema_history").update();

        assertThatCode(this::migrate).doesNotThrowAnyException();

        jdbc.sql("COMMENT ON SCHEMA video IS 'migrations of an older version'").update();
        assertThatThrownBy(this::migrate).isInstanceOf(FlywayException.class);
    }

    private void migrate() {
        new Migrations(database, SCHEMAS);
    }
}
