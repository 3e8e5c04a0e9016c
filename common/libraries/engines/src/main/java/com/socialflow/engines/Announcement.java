package com.socialflow.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * {@code run/engines.properties}: who runs the engines, where each is and how it stands, with the passwords, for other
 * processes of the same user.
 */
final class Announcement {

    private static final String OWNER = "owner";

    private final PropertiesFile file;

    Announcement(Path data) {
        this.file = new PropertiesFile(data.resolve("run", "engines.properties"));
    }

    synchronized void write(EngineBoard board) throws IOException {
        var properties = new Properties();
        properties.setProperty(OWNER, PidFile.line(ProcessHandle.current()));
        for (var status : board.statuses()) {
            var key = status.engine().key();
            properties.setProperty(key + ".state", status.state().name().toLowerCase(Locale.ROOT));
            properties.setProperty(key + ".detail", status.detail());
            properties.setProperty(key + ".restarts", Integer.toString(status.restarts()));
            putAddress(properties, key, board.address(status.engine()));
        }
        file.write(properties);
    }

    private static void putAddress(Properties properties, String key, @Nullable Object address) {
        switch (address) {
            case null -> {}
            case PostgresAddress at -> {
                put(properties, key, at.host(), at.port(), at.user(), at.password());
                properties.setProperty(key + ".database", at.database());
            }
            case RedisAddress at -> put(properties, key, at.host(), at.port(), at.user(), at.password());
            case String bootstrap -> properties.setProperty(key + ".bootstrap", bootstrap);
            default -> throw new IllegalStateException("no address of an engine: " + address.getClass());
        }
    }

    private static void put(Properties properties, String key, String host, int port, String user, String password) {
        properties.setProperty(key + ".host", host);
        properties.setProperty(key + ".port", Integer.toString(port));
        properties.setProperty(key + ".user", user);
        properties.setProperty(key + ".password", password);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file.file());
    }

    /** What the process that runs the engines wrote last, if there is one now. */
    Optional<Properties> read() throws IOException {
        var properties = file.read();
        return PidFile.named(properties.getProperty(OWNER, "")).map(_ -> properties);
    }

    static Optional<EngineStatus> status(Properties properties, Engine engine) {
        var key = engine.key();
        var state = properties.getProperty(key + ".state");
        if (state == null) {
            return Optional.empty();
        }
        return Optional.of(new EngineStatus(
                engine,
                EngineState.valueOf(state.toUpperCase(Locale.ROOT)),
                properties.getProperty(key + ".detail", ""),
                Integer.parseInt(properties.getProperty(key + ".restarts", "0"))));
    }

    static Object address(Properties properties, Engine engine) {
        var key = engine.key();
        return switch (engine) {
            case POSTGRES ->
                new PostgresAddress(
                        properties.getProperty(key + ".host"),
                        Integer.parseInt(properties.getProperty(key + ".port")),
                        properties.getProperty(key + ".database"),
                        properties.getProperty(key + ".user"),
                        properties.getProperty(key + ".password"));
            case REDIS ->
                new RedisAddress(
                        properties.getProperty(key + ".host"),
                        Integer.parseInt(properties.getProperty(key + ".port")),
                        properties.getProperty(key + ".user"),
                        properties.getProperty(key + ".password"));
            case KAFKA -> properties.getProperty(key + ".bootstrap");
        };
    }
}
