package com.socialflow.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** PostgreSQL's parameters for one small machine, in a file that its own configuration includes. */
final class PostgresConfiguration {

    private static final String FILE = "socialflow.conf";

    private PostgresConfiguration() {}

    static void write(Path cluster, EnginesSettings.Postgres settings, int port, ChildUser user) throws IOException {
        var file = cluster.resolve(FILE);
        SecretFile.replaceForNow(file, text(settings, port));
        user.give(file);
    }

    /** In a new cluster only: later its files are the child's, which might have made them links to others. */
    static void include(Path freshCluster) throws IOException {
        Files.writeString(
                freshCluster.resolve("postgresql.conf"), "include '%s'\n".formatted(FILE), StandardOpenOption.APPEND);
    }

    private static String text(EnginesSettings.Postgres settings, int port) {
        var all = new TreeMap<>(parameters(settings.durable()));
        all.putAll(settings.parameters());
        all.put("port", Integer.toString(port));
        return all.entrySet().stream()
                .map(each ->
                        "%s = '%s'\n".formatted(each.getKey(), each.getValue().replace("'", "''")))
                .collect(Collectors.joining(
                        "", "# Written at each start. Parameters of yours go into the settings.\n", ""));
    }

    private static Map<String, String> parameters(boolean durable) {
        var force = durable ? "on" : "off";
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", force),
                Map.entry("full_page_writes", force),
                Map.entry("synchronous_commit", force),
                Map.entry("shared_buffers", "64MB"),
                Map.entry("max_connections", "40"),
                Map.entry("max_wal_size", "256MB"),
                // No workers of its own for reading: on one small machine they cost more than they bring.
                Map.entry("io_method", "sync"),
                // Nobody replicates from here, so the log holds only what recovery needs.
                Map.entry("max_wal_senders", "0"),
                Map.entry("wal_level", "minimal"),
                Map.entry("max_logical_replication_workers", "0"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                // Not the errors of single statements: their details are people's data.
                Map.entry("log_min_messages", "log"),
                Map.entry("log_min_error_statement", "panic"),
                Map.entry("log_checkpoints", "off"));
    }
}
