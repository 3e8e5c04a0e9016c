package com.socialflow.platform;

import com.socialflow.platform.database.DatabaseSettings;
import java.net.URI;
import java.time.Duration;

/** Engines that somebody else runs, at configured addresses. */
public final class ConfiguredEngines implements EngineAddresses {

    private static final int REDIS_PORT = 6379;

    private final DatabaseSettings database;
    private final PlatformSettings platform;

    public ConfiguredEngines(DatabaseSettings database, PlatformSettings platform) {
        this.database = database;
        this.platform = platform;
    }

    @Override
    public DatabaseAddress database() {
        return new DatabaseAddress(
                required("socialflow.database.url", database.url()), database.user(), database.password());
    }

    @Override
    public RedisAddress redis() {
        return redisAt(required("socialflow.redis.url", platform.redis().url()));
    }

    @Override
    public String kafka(Duration patience) {
        return required("socialflow.kafka.bootstrap", platform.kafka().bootstrap());
    }

    private static String required(String key, String value) {
        if (value.isEmpty()) {
            throw new IllegalStateException("set %s: no engine is embedded here".formatted(key));
        }
        return value;
    }

    /** The parts of {@code redis://user:password@host:port}; {@code rediss} means TLS. */
    public static RedisAddress redisAt(String url) {
        var uri = URI.create(url);
        var who = uri.getUserInfo() == null ? ":" : uri.getUserInfo();
        var colon = who.indexOf(':');
        return new RedisAddress(
                uri.getHost(),
                uri.getPort() < 0 ? REDIS_PORT : uri.getPort(),
                colon < 0 ? who : who.substring(0, colon),
                colon < 0 ? "" : who.substring(colon + 1),
                "rediss".equals(uri.getScheme()));
    }
}
