package com.socialflow.analytics.job;

import static com.socialflow.core.Require.require;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the job needs to be told.
 *
 * @param kafka bootstrap servers
 * @param topic where the beacons are
 * @param impressions the topic where those are
 * @param influx where cells are written too
 * @param parallelism how many tasks share each step; at most as many as the topic has partitions read it
 */
public record JobSettings(
        String kafka, String topic, String impressions, Database database, Influx influx, int parallelism)
        implements Serializable {

    /** Where view-count-service writes beacons. */
    public static final String BEACONS = "views.beacons";

    /** Where it writes impressions. */
    public static final String IMPRESSIONS = "views.impressions";

    private static final String PASSWORD = "SOCIALFLOW_DATABASE_PASSWORD";
    private static final String TOKEN = "SOCIALFLOW_INFLUX_TOKEN";

    /** Where cells are written. */
    public record Database(String url, String user, String password) implements Serializable {

        /** Without the secret: records print what they hold. */
        @Override
        public String toString() {
            return "Database[url=%s, user=%s]".formatted(url, user);
        }
    }

    /**
     * InfluxDB, by HTTP.
     *
     * @param url where lines are posted, with times in milliseconds; empty: nowhere
     * @param token empty when it asks for none
     */
    public record Influx(String url, String token) implements Serializable {

        public static final Influx NONE = new Influx("", "");

        /** Without the secret. */
        @Override
        public String toString() {
            return "Influx[url=%s]".formatted(url);
        }
    }

    public JobSettings {
        require(parallelism > 0, "at least one task does each step");
    }

    /**
     * From a command line: {@code --kafka host:port --database-url jdbc:… --database-user u [--database-password p]
     * [--topic t] [--impressions t] [--influx-url u] [--influx-token t] [--parallelism n]}. Secrets are better left in
     * the environment, as SOCIALFLOW_DATABASE_PASSWORD and SOCIALFLOW_INFLUX_TOKEN.
     */
    static JobSettings parse(List<String> arguments, Map<String, String> environment) {
        var values = new HashMap<String, String>();
        require(arguments.size() % 2 == 0, "each setting has a value: --name value");
        for (var at = 0; at < arguments.size(); at += 2) {
            var name = arguments.get(at);
            require(NAMES.contains(name), "%s is none of %s", name, NAMES);
            values.put(name, arguments.get(at + 1));
        }
        var database = new Database(
                required(values, "--database-url"),
                required(values, "--database-user"),
                values.getOrDefault("--database-password", environment.getOrDefault(PASSWORD, "")));
        return new JobSettings(
                required(values, "--kafka"),
                values.getOrDefault("--topic", BEACONS),
                values.getOrDefault("--impressions", IMPRESSIONS),
                database,
                new Influx(
                        values.getOrDefault("--influx-url", ""),
                        values.getOrDefault("--influx-token", environment.getOrDefault(TOKEN, ""))),
                Integer.parseInt(values.getOrDefault("--parallelism", "1")));
    }

    private static final List<String> NAMES = List.of(
            "--kafka",
            "--topic",
            "--impressions",
            "--database-url",
            "--database-user",
            "--database-password",
            "--influx-url",
            "--influx-token",
            "--parallelism");

    private static String required(Map<String, String> values, String name) {
        var value = values.getOrDefault(name, "");
        require(!value.isEmpty(), "say %s", name);
        return value;
    }
}
