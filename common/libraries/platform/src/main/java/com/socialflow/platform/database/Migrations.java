package com.socialflow.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings every service's schema up to date, once, before anything reads it. Flyway does; what it has last done is
 * noted as the schema's comment, so that a start with nothing to do, as nearly every one is, asks one question instead.
 */
public class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);
    private static final String OF_EVERY_SCHEMA = "db/every-schema";

    private final PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    private final DataSource database;
    private final JdbcClient jdbc;

    Migrations(DataSource database, List<ServiceSchema> schemas) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        try {
            for (var schema : schemas) {
                var wanted = "migrations " + checksum(schema);
                if (!wanted.equals(done(schema))) {
                    migrate(schema);
                    jdbc.sql("COMMENT ON SCHEMA \"%s\" IS '%s'".formatted(schema.name(), wanted))
                            .update();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the migrations could not be read", e);
        }
    }

    private String done(ServiceSchema schema) {
        return jdbc.sql("SELECT coalesce(obj_description(to_regnamespace(?)::oid, 'pg_namespace'), '')")
                .param('"' + schema.name() + '"')
                .query(String.class)
                .single();
    }

    private void migrate(ServiceSchema schema) {
        var result = Flyway.configure()
                .dataSource(database)
                .schemas(schema.name())
                .defaultSchema(schema.name())
                .table("schema_history")
                .placeholders(Map.of("schema", schema.name()))
                .locations("classpath:" + own(schema), "classpath:" + OF_EVERY_SCHEMA)
                .load()
                .migrate();
        if (result.migrationsExecuted > 0) {
            log.info("schema {}: {} migrations applied", schema.name(), result.migrationsExecuted);
        }
    }

    private static String own(ServiceSchema schema) {
        return "db/migration/" + schema.name();
    }

    /** Of the names and bytes of all scripts that Flyway would see. */
    private String checksum(ServiceSchema schema) throws IOException {
        var sum = new CRC32C();
        for (var folder : List.of(own(schema), OF_EVERY_SCHEMA)) {
            var scripts = files.getResources("classpath*:" + folder + "/*.sql");
            Arrays.sort(scripts, Comparator.comparing(Resource::getFilename));
            for (var script : scripts) {
                sum.update(String.valueOf(script.getFilename()).getBytes(StandardCharsets.UTF_8));
                sum.update(script.getContentAsByteArray());
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
