package com.socialflow.bench;

import com.socialflow.engines.PostgresAddress;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** The program's database, past the program. */
final class Database {

    private Database() {}

    /** A connection that the caller closes. */
    static Connection connect(PostgresAddress server) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(server.url());
        source.setUser(server.user());
        source.setPassword(server.password());
        return source.getConnection();
    }
}
