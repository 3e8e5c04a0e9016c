package com.socialflow.app.journey;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Every route of the API, as the program itself describes it. */
final class Routes {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private Routes() {}

    /** A route; its path may have names in braces. */
    record Route(String method, String path, JsonNode described) {

        boolean changes() {
            return !SAFE.contains(method);
        }

        boolean takesJson() {
            return described.at("/requestBody/content").has("application/json");
        }

        /** The path with the same for every name in braces. */
        String of(String id) {
            return path.replaceAll("\\{[^}]*}", id);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Route> all() {
        var routes = new TreeMap<String, Route>();
        var visitor = Person.anonymous(SharedProgram.get().address());
        Person.json(visitor.get("/api/v1/openapi.json"))
                .path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((name, described) -> {
                    var route = new Route(name.toUpperCase(Locale.ROOT), path, described);
                    routes.put(route.toString(), route);
                }));
        return List.copyOf(routes.values());
    }

    static List<Route> of(Predicate<Route> kind) {
        return all().stream().filter(kind).toList();
    }
}
