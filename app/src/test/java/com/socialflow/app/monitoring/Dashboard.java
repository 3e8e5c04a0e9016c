package com.socialflow.app.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One dashboard of infrastructure/grafana. */
record Dashboard(Path file, JsonNode json) {

    static final Path FOLDER = Monitoring.FOLDER.resolve("grafana/dashboards");

    private static final Pattern VALUES = Pattern.compile("label_values\\((.*), *\\w+\\)");

    static List<Dashboard> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Dashboard::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dashboard read(Path file) {
        return new Dashboard(file, JsonMapper.shared().readTree(file));
    }

    /** What its panels and variables ask Prometheus for. */
    List<String> expressions() {
        var all = new ArrayList<String>();
        json.findValues("expr").forEach(expression -> all.add(expression.asString()));
        for (var variable : json.path("templating").path("list")) {
            VALUES.matcher(variable.path("query").path("query").asString(""))
                    .results()
                    .forEach(query -> all.add(query.group(1)));
        }
        return all;
    }

    List<JsonNode> panels() {
        return json.path("panels").valueStream().toList();
    }
}
