package com.socialflow.platform.database;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings every service's schema up to date, once, before anything reads it. */
public class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    Migrations(DataSource database, List<ServiceSchema> schemas) {
        for (var schema : schemas) {
            var result = Flyway.configure()
                    .dataSource(database)
                    .schemas(schema.name())
                    .defaultSchema(schema.name())
                    .table("schema_history")
                    .placeholders(Map.of("schema", schema.name()))
                    .locations("classpath:db/migration/" + schema.name(), "classpath:db/every-schema")
                    .load()
                    .migrate();
            if (result.migrationsExecuted > 0) {
                log.info("schema {}: {} migrations applied", schema.name(), result.migrationsExecuted);
            }
        }
    }
}
