package com.socialflow.platform;

import java.time.Duration;

/**
 * Where the engines are, whether configured or started by this program. Each method waits until its engine is known to
 * take connections, at most a bounded time, and throws {@link IllegalStateException} when it does not.
 */
public interface EngineAddresses {

    /** A JDBC address and who to be there. */
    record DatabaseAddress(String url, String user, String password) {}

    /** A Redis server and who to be there; an empty user means the default one. */
    record RedisAddress(String host, int port, String user, String password, boolean tls) {}

    DatabaseAddress database();

    RedisAddress redis();

    /** Kafka's bootstrap servers, {@code host:port} and commas. May take longer than the other two at start. */
    String kafka(Duration patience);
}
