package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.app.journey.OtherPeoplesThingsTest.Attempt;
import com.socialflow.testkit.Pictures;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;

/** What others try to do to pictures, drafts and scheduled posts, of which they may not even know. */
final class MediaAttempts {

    private static final String IMAGE = "/api/v1/me/images/{id}";
    private static final String DRAFT = "/api/v1/me/drafts/{id}";
    private static final String SCHEDULED = "/api/v1/me/scheduled/{id}";
    private static final String TEXT = "{\"text\":\"Mine\"}";

    private MediaAttempts() {}

    static Stream<Attempt> on(Person owner) {
        var image = id(owner, "/api/v1/me/images", "image/png", Pictures.file(Pictures.quarters(8, 8), "png"));
        var draft = id(
                owner, "/api/v1/me/drafts", "application/json", "{\"text\":\"Hers\"}".getBytes(StandardCharsets.UTF_8));
        var hour = Clock.systemUTC().instant().plus(Duration.ofDays(1));
        var scheduled = id(
                owner,
                "/api/v1/posts",
                "application/json",
                "{\"text\":\"Hers\",\"scheduledAt\":\"%s\"}".formatted(hour).getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                of("PATCH", IMAGE, image, "{\"alt\":\"Mine\"}"),
                of("DELETE", IMAGE, image, ""),
                of("GET", DRAFT, draft, ""),
                of("PUT", DRAFT, draft, TEXT),
                of("DELETE", DRAFT, draft, ""),
                of("GET", SCHEDULED, scheduled, ""),
                of("PATCH", SCHEDULED, scheduled, TEXT),
                of("POST", SCHEDULED + "/publication", scheduled, ""),
                of("DELETE", SCHEDULED, scheduled, ""));
    }

    private static String id(Person owner, String path, String type, byte[] body) {
        var made = owner.body("POST", path, type, BodyPublishers.ofByteArray(body));
        assertThat(made.statusCode()).as(made.body()).isBetween(201, 202);
        return Person.json(made).path("id").asString();
    }

    private static Attempt of(String method, String route, String id, String body) {
        return new Attempt(method, route, id, true, "application/json", body);
    }
}
