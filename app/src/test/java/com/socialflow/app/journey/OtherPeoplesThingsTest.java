package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever knows the id of somebody else's thing can do nothing with it. */
@Tag("engines")
class OtherPeoplesThingsTest {

    private static final String VIDEO = "/api/v1/videos/{id}";
    private static final String STUDIO = "/api/v1/studio/videos/{id}";
    private static final String ADMINISTRATION = "/api/v1/admin/";
    private static final String UPLOAD = "/api/v1/uploads/{id}";

    private static final Person ALICE = SharedProgram.somebody();
    private static final Person BOB = SharedProgram.somebody();
    private static final Person VISITOR = Person.anonymous(SharedProgram.get().address());
    private static final String PRIVATE = video("private");
    private static final String PUBLIC = video("public");
    private static final String ALICES_UPLOAD = upload();
    private static final String CLIENT = "/api/v1/me/clients/{id}";
    private static final String ALICES_CLIENT = made(
            "/api/v1/me/clients",
            "{\"name\":\"Hers\",\"confidential\":true,\"redirectUris\":[\"https://hers.example/back\"]}");
    private static final String ALICES_TOKEN =
            made("/api/v1/me/access-tokens", "{\"name\":\"Hers\",\"scopes\":[\"profile:read\"],\"expiresInDays\":1}");
    private static final String ALICES_EXPORT = made("/api/v1/me/exports", "{}");
    private static final String ALICES_LIST = made("/api/v1/me/lists", "{\"title\":\"Hers\"}");
    private static final String ALICES_WORD = made("/api/v1/me/hidden-words", "{\"text\":\"spoiler\"}");
    private static final String FOR_FOLLOWERS =
            made("/api/v1/posts", "{\"text\":\"Hers\",\"visibility\":\"followers\"}");
    private static final String FOR_ALL = made("/api/v1/posts", "{\"text\":\"Hers\"}");
    private static final String ALICES_SESSION =
            Person.json(ALICE.get("/api/v1/me/sessions")).at("/items/0/id").asString();

    /** Nobody's: tests of the service itself try those of others, which need a provider, a program or a key. */
    private static final String UNKNOWN = "0HZZZZZZZZZZZ";

    /**
     * A request to a route with an id in its path.
     *
     * @param hidden whether others may not even know of the thing
     */
    record Attempt(String method, String route, String id, boolean hidden, String type, String body) {

        HttpResponse<String> by(Person person) {
            var content = BodyPublishers.ofString(body);
            return person.body(
                    method,
                    route.replaceAll("\\{[^}]*}", id),
                    type,
                    content,
                    "Tus-Resumable",
                    "1.0.0",
                    "Upload-Offset",
                    "0");
        }

        @Override
        public String toString() {
            return method + " " + route + (hidden ? " hidden" : " seen");
        }
    }

    /** Routes with something other than an id of somebody's own in their path, and why. */
    private static final Set<String> PUBLIC_ROUTES = Set.of(
            // Names a public profile.
            "GET /api/v1/accounts/{reference}",
            // Name a provider of identities; FederationAttacksTest tries them.
            "GET /api/v1/sign-in/{provider}",
            "GET /api/v1/sign-in/{provider}/callback",
            // Names a text, and what one's own browser agreed to.
            "GET /api/v1/policies/{purpose}",
            "PUT /api/v1/me/consents/{purpose}",
            // Name a person whom one's own tie is with, or what everybody may see of that person.
            "PUT /api/v1/accounts/{id}/follow",
            "DELETE /api/v1/accounts/{id}/follow",
            "PUT /api/v1/accounts/{id}/block",
            "DELETE /api/v1/accounts/{id}/block",
            "PUT /api/v1/accounts/{id}/mute",
            "DELETE /api/v1/accounts/{id}/mute",
            "DELETE /api/v1/me/followers/{id}",
            "POST /api/v1/me/suggestions/{account}/dismissal",
            "GET /api/v1/accounts/{id}/social",
            "GET /api/v1/accounts/{id}/followers",
            "GET /api/v1/accounts/{id}/following",
            // Whoever watches or shares a video tells so; of a private one its owner alone, as BeaconApiTest and
            // SharesTest try.
            "POST /api/v1/videos/{id}/views",
            "POST /api/v1/videos/{id}/shares",
            // Whoever sees a post votes in its poll.
            "POST /api/v1/posts/{id}/poll/votes",
            // Names a person, whose posts the rules hide from whom they are not for.
            "GET /api/v1/timelines/accounts/{id}",
            // Name a timeline of one's own.
            "GET /api/v1/me/read-positions/{timeline}",
            "PUT /api/v1/me/read-positions/{timeline}",
            // Name a hashtag.
            "GET /api/v1/timelines/hashtags/{tag}",
            "GET /api/v1/tags/{tag}",
            "PUT /api/v1/tags/{tag}/follow",
            "DELETE /api/v1/tags/{tag}/follow",
            // Says what the server can, whatever the id.
            "OPTIONS /api/v1/uploads/{id}");

    static Stream<Attempt> attempts() {
        return Stream.of(
                        videos(),
                        ofOnesOwn(),
                        PostAttempts.of(FOR_FOLLOWERS, FOR_ALL),
                        PeopleAttempts.of(ALICES_LIST, ALICES_WORD),
                        ThreadAttempts.inThreads(FOR_FOLLOWERS, FOR_ALL),
                        ThreadAttempts.onComments(comment(PRIVATE), comment(PUBLIC)),
                        ThreadAttempts.onVideos(PRIVATE, PUBLIC),
                        MediaAttempts.on(ALICE),
                        ConversationAttempts.on(ALICE, SharedProgram.somebody()))
                .flatMap(attempts -> attempts);
    }

    private static Stream<Attempt> ofOnesOwn() {
        return Stream.of(
                of("GET", CLIENT, ALICES_CLIENT, true),
                new Attempt("PATCH", CLIENT, ALICES_CLIENT, true, "application/json", "{\"name\":\"Mine\"}"),
                of("POST", CLIENT + "/secret", ALICES_CLIENT, true),
                of("DELETE", CLIENT, ALICES_CLIENT, true),
                of("DELETE", "/api/v1/me/access-tokens/{id}", ALICES_TOKEN, true),
                of("GET", "/api/v1/me/exports/{id}/file", ALICES_EXPORT, true),
                of("DELETE", "/api/v1/me/sessions/{id}", ALICES_SESSION, true),
                of("DELETE", "/api/v1/me/grants/{id}", UNKNOWN, true),
                of("DELETE", "/api/v1/me/identities/{id}", UNKNOWN, true),
                new Attempt(
                        "PATCH", "/api/v1/me/passkeys/{id}", UNKNOWN, true, "application/json", "{\"name\":\"Mine\"}"),
                of("DELETE", "/api/v1/me/passkeys/{id}", UNKNOWN, true),
                of("DELETE", "/api/v1/notifications/{id}", UNKNOWN, true),
                of("PUT", "/api/v1/posts/{id}/thread-mute", UNKNOWN, true),
                of("DELETE", "/api/v1/posts/{id}/thread-mute", UNKNOWN, true));
    }

    private static Stream<Attempt> videos() {
        return Stream.concat(
                Stream.of(
                        of("GET", VIDEO, PRIVATE, true),
                        of("GET", VIDEO + "/events", PRIVATE, true),
                        of("GET", VIDEO + "/stats", PRIVATE, true),
                        of("GET", VIDEO + "/stats/events", PRIVATE, true),
                        new Attempt("PATCH", UPLOAD, ALICES_UPLOAD, true, "application/offset+octet-stream", "x"),
                        new Attempt("POST", UPLOAD, ALICES_UPLOAD, true, "application/offset+octet-stream", "x"),
                        of("HEAD", UPLOAD, ALICES_UPLOAD, true),
                        of("DELETE", UPLOAD, ALICES_UPLOAD, true)),
                Stream.of(PRIVATE, PUBLIC).flatMap(id -> {
                    var hidden = id.equals(PRIVATE);
                    return Stream.of(
                            // To others there is no such video in the studio.
                            of("GET", STUDIO + "/analytics", id, true),
                            of("GET", STUDIO + "/retention", id, true),
                            of("GET", STUDIO + "/quality", id, true),
                            new Attempt("PATCH", VIDEO, id, hidden, "application/json", "{\"title\":\"Mine\"}"),
                            of("DELETE", VIDEO, id, hidden),
                            new Attempt("PUT", VIDEO + "/file", id, hidden, "application/octet-stream", "x"),
                            of("POST", VIDEO + "/playback-tokens/revoke", id, hidden));
                }));
    }

    private static Attempt of(String method, String route, String id, boolean hidden) {
        return new Attempt(method, route, id, hidden, "application/json", "");
    }

    @Asvs({"V8.2.2", "V8.3.1"})
    @ParameterizedTest
    @MethodSource("attempts")
    void areNotChangedByOthers(Attempt attempt) {
        var answer = attempt.by(BOB);

        assertThat(answer.statusCode()).as(answer.body()).isIn(hiddenOrRefused(attempt));
        assertThat(attempt.by(VISITOR).statusCode()).isIn(401, 404);
        assertThat(ALICE.get(VIDEO.replace("{id}", PRIVATE)).body()).contains("Hers");
        assertThat(ALICE.get(CLIENT.replace("{id}", ALICES_CLIENT)).body()).contains("Hers");
        assertThat(ALICE.get("/api/v1/me/access-tokens").body()).contains(ALICES_TOKEN);
    }

    private static List<Integer> hiddenOrRefused(Attempt attempt) {
        if (attempt.method().equals("POST") && attempt.route().equals(UPLOAD)) {
            // Without the header that says what is meant, there is no such route.
            return List.of(404, 405, 400);
        }
        return attempt.hidden() ? List.of(404) : List.of(403);
    }

    /** A new route with an id in its path has a line above, or a reason why it needs none. */
    @Asvs("V8.2.2")
    @Test
    void everyRouteWithAnIdWasTried() {
        var tried = new TreeSet<>(PUBLIC_ROUTES);
        attempts().forEach(attempt -> tried.add(attempt.method() + " " + attempt.route()));
        var routes = routesWithAnId()
                .filter(route -> !route.contains(ADMINISTRATION))
                .toList();

        assertThat(routes).isNotEmpty().isSubsetOf(tried);
    }

    @Asvs("V8.2.1")
    @Test
    void administrationIsForAdministrators() {
        routesWithAnId().filter(route -> route.contains(ADMINISTRATION)).forEach(route -> {
            var parts = route.split(" ", 2);
            var path = parts[1].replaceAll("\\{[^}]*}", PUBLIC);

            assertThat(BOB.body(parts[0], path, "application/json", BodyPublishers.ofString("{}"))
                            .statusCode())
                    .as(route)
                    .isEqualTo(403);
            assertThat(VISITOR.body(parts[0], path, "application/json", BodyPublishers.ofString("{}"))
                            .statusCode())
                    .as(route)
                    .isEqualTo(401);
        });
    }

    /** Each as its method, a space and its path. */
    private static Stream<String> routesWithAnId() {
        var routes = new TreeSet<String>();
        Person.json(VISITOR.get("/api/v1/openapi.json")).path("paths").forEachEntry((path, methods) -> {
            if (path.contains("{")) {
                methods.propertyNames().forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path));
            }
        });
        return routes.stream();
    }

    private static String made(String path, String body) {
        var made = ALICE.post(path, body);
        assertThat(made.statusCode()).as(made.body()).isBetween(200, 202);
        return Person.json(made).path("id").asString();
    }

    private static String video(String visibility) {
        var made = ALICE.post("/api/v1/videos", "{\"title\":\"Hers\",\"visibility\":\"%s\"}".formatted(visibility));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Person.json(made).path("id").asString();
    }

    private static String comment(String video) {
        return made("/api/v1/posts", "{\"text\":\"Hers\",\"commentOn\":\"%s\"}".formatted(video));
    }

    private static String upload() {
        var video = ALICE.video("Of an upload");
        var made = ALICE.body(
                "POST",
                "/api/v1/uploads",
                "application/json",
                BodyPublishers.noBody(),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                "10",
                "Upload-Metadata",
                "video " + Base64.getEncoder().encodeToString(video.getBytes(StandardCharsets.UTF_8)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var location = made.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
