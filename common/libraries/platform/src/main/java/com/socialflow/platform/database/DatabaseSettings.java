package com.socialflow.platform.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * PostgreSQL.
 *
 * @param url a JDBC address; empty means the embedded server
 * @param user who to be there
 * @param password empty when the server asks for none
 * @param connectionsMax connections of this process; more wait their turn
 * @param patience how long a request waits for a connection
 */
@ConfigurationProperties("socialflow.database")
public record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("social") String user,
        @DefaultValue("") String password,
        @DefaultValue("16") int connectionsMax,
        @DefaultValue("10s") Duration patience) {}
