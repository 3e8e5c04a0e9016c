package com.socialflow.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The arguments as Spring Boot reads them: configuration keys, three of which have a short form. */
final class CommandLine {

    private static final Map<String, String> SHORT = Map.of(
            "--roles=", "--socialflow.roles=",
            "--port=", "--server.port=",
            "--data=", "--socialflow.data=");

    private CommandLine() {}

    /**
     * Writes the short forms in full.
     *
     * @throws StartFailure.Refusal naming an argument that is no {@code --key=value}
     */
    static List<String> settings(String[] arguments) {
        var settings = new ArrayList<String>();
        for (var argument : arguments) {
            if (!argument.startsWith("--") || !argument.contains("=")) {
                throw new StartFailure.Refusal(
                        "'%s' is no argument: known are --roles=, --port=, --data= and --<configuration key>="
                                .formatted(argument));
            }
            settings.add(SHORT.entrySet().stream()
                    .filter(form -> argument.startsWith(form.getKey()))
                    .findFirst()
                    .map(form ->
                            form.getValue() + argument.substring(form.getKey().length()))
                    .orElse(argument));
        }
        return settings;
    }
}
