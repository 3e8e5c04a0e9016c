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
 * @param parallelism how many tasks share each step; at most as many as the topic has partitions read it
 */
public record JobSettings(String kafka, String topic, Database database, int parallelism) implements Serializable {

    /** Where view-count-service writes beacons. */
    public static final String BEACONS = "views.beacons";

    private static final String PASSWORD = "SOCIALFLOW_DATABASE_PASSWORD";

    /** Where cells are written. */
    public record Database(String url, String user, String password) implements Serializable {}

    public JobSettings {
        require(parallelism > 0, "at least one task does each step");
    }

    /**
     * From a command line: {@code --kafka host:port --database-url jdbc:… --database-user u [--database-password p]
     * [--topic t] [--parallelism n]}. A password is better left in the environment, as SOCIALFLOW_DATABASE_PASSWORD.
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
                database,
                Integer.parseInt(values.getOrDefault("--parallelism", "1")));
    }

    private static final List<String> NAMES =
            List.of("--kafka", "--topic", "--database-url", "--database-user", "--database-password", "--parallelism");

    private static String required(Map<String, String> values, String name) {
        var value = values.getOrDefault(name, "");
        require(!value.isEmpty(), "say %s", name);
        return value;
    }
}
