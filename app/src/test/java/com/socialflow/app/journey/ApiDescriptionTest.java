package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What developers read of the API is what the program answers. */
@Tag("engines")
class ApiDescriptionTest {

    private final Person developer = Person.anonymous(SharedProgram.get().address());

    @Test
    void describesTheFixedNames() {
        var description = Person.json(developer.get("/api/v1/openapi.json"));

        assertThat(description.path("openapi").asString()).startsWith("3.1");
        for (var path : List.of(
                "/api/v1/accounts",
                "/api/v1/sessions",
                "/api/v1/me",
                "/api/v1/videos",
                "/api/v1/videos/{id}",
                "/api/v1/videos/{id}/file",
                "/api/v1/videos/{id}/events",
                "/api/v1/uploads")) {
            assertThat(description.path("paths").has(path)).as(path).isTrue();
        }
    }

    @Test
    void describesWhatIsPassedThroughUnread() {
        var schemas = Person.json(developer.get("/api/v1/openapi.json")).at("/components/schemas");

        assertThat(schemas.at("/VideoView/properties/renditions/type").asString())
                .isEqualTo("array");
        assertThat(schemas.at("/Rendition/properties").propertyNames())
                .containsExactlyInAnyOrder("name", "width", "height", "bitrate");
    }

    @Test
    void hasAPageToTryIt() {
        var page = developer.get("/api/docs");
        var address =
                page.statusCode() == 302 ? page.headers().firstValue("Location").orElseThrow() : "/api/docs";

        assertThat(developer.get(address).body()).contains("swagger-ui");
    }
}
