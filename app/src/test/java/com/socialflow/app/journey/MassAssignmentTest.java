package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.app.journey.Routes.Route;
import com.socialflow.testkit.Asvs;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Nobody sets more than a route is for, by naming it. */
@Tag("engines")
class MassAssignmentTest {

    /** Fields of things that no body sets; what a route does set is left out for it. */
    private static final List<String> FIELDS = List.of(
            "\"id\":\"0000000000001\"",
            "\"roles\":[\"admin\"]",
            "\"state\":\"active\"",
            "\"owner\":\"0000000000001\"",
            "\"ownerId\":\"0000000000001\"",
            "\"emailVerified\":true",
            "\"revision\":7",
            "\"createdAt\":\"2020-01-01T00:00:00Z\"",
            "\"__proto__\":{\"isAdmin\":true}",
            "\"@class\":\"java.lang.Runtime\"");

    private static final Person ADMINISTRATOR =
            Person.anonymous(SharedProgram.get().address()).signIn(SharedProgram.administrator());

    /** A thing that is looked for before what is said of it is read. */
    private static final String VIDEO = ADMINISTRATOR.video("Of an administrator");

    private static final JsonNode DESCRIPTION = Person.json(ADMINISTRATOR.get("/api/v1/openapi.json"));

    static List<Route> bodies() {
        return Routes.of(route -> route.changes() && route.takesJson());
    }

    @Asvs({"V15.3.3", "V1.5.2", "V8.2.3"})
    @ParameterizedTest
    @MethodSource("bodies")
    void namingMoreThanARouteTakesIsMalformed(Route route) {
        for (var field : FIELDS) {
            var name = field.substring(1, field.indexOf('"', 1));
            if (takes(route, name)) {
                continue;
            }
            var answer = ADMINISTRATOR.body(
                    route.method(),
                    route.of(route.path().startsWith("/api/v1/videos/") ? VIDEO : "0000000000000"),
                    "application/json",
                    BodyPublishers.ofString("{" + field + "}"));

            assertThat(answer.statusCode())
                    .as("%s with %s: %s", route, field, answer.body())
                    .isEqualTo(400);
            assertThat(Person.json(answer).path("code").asString()).isEqualTo("malformed");
        }
    }

    @Test
    void thereAreManyBodies() {
        assertThat(bodies()).hasSizeGreaterThan(30);
    }

    /** Whether the route is described to take a field of that name. */
    private static boolean takes(Route route, String name) {
        var schema = route.described().at("/requestBody/content/application~1json/schema");
        var reference = schema.path("$ref").asString("");
        var properties = reference.isEmpty()
                ? schema.path("properties")
                : DESCRIPTION.at(reference.substring(1)).path("properties");
        return properties.has(name);
    }
}
