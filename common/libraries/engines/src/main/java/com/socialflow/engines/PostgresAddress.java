package com.socialflow.engines;

/** A PostgreSQL server and who to be there. */
public record PostgresAddress(String host, int port, String database, String user, String password) {

    /** As JDBC writes it, without user and password. */
    public String url() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    @Override
    public String toString() {
        return url();
    }
}
