package com.socialflow.viewcount.ledger;

import com.socialflow.testkit.TestEngines;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A ledger in a database that nobody else uses. */
public final class LedgerOfItsOwn implements AutoCloseable {

    private final SingleConnectionDataSource database;

    public LedgerOfItsOwn() {
        var address = TestEngines.postgres();
        Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .schemas("view_count")
                .locations("classpath:db/migration/view_count")
                .load()
                .migrate();
        database = new SingleConnectionDataSource(address.url(), address.user(), address.password(), true);
    }

    public Ledger ledger() {
        return new Ledger(new LedgerStore(JdbcClient.create(database), new JsonMapper()));
    }

    @Override
    public void close() {
        database.destroy();
    }
}
