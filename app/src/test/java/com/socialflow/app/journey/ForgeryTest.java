package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.app.journey.Routes.Route;
import com.socialflow.testkit.Asvs;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other sites can make a browser send changes nothing, on no route at all. */
@Tag("engines")
class ForgeryTest {

    private static final String OURS = "X-Socialflow-Csrf";
    private static final Person NOBODY = Person.anonymous(SharedProgram.get().address());
    private static final String COOKIE = cookie();

    /** What a page elsewhere can add to its request, and what a browser adds. */
    private static final List<Map<String, String>> FOREIGN = List.of(
            Map.of(),
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Origin", "https://evil.example"),
            Map.of(OURS, "1", "Sec-Fetch-Site", "cross-site"),
            Map.of(OURS, "1", "Sec-Fetch-Site", "same-site"),
            Map.of(OURS, "1", "Origin", "https://evil.example"),
            Map.of(OURS, "1", "Origin", "null"),
            Map.of(OURS, "true"));

    /**
     * Taken from every page, and in nobody's name when it is another's: ViewerTest, CrossOriginTest and
     * ImpressionApiTest try them.
     */
    private static final Set<String> BEACONS =
            Set.of("/api/v1/views", "/api/v1/videos/{id}/views", "/api/v1/impressions");

    static List<Route> changes() {
        return Routes.of(route -> route.changes() && !BEACONS.contains(route.path()));
    }

    @Asvs({"V3.5.1", "V3.5.2"})
    @ParameterizedTest
    @MethodSource("changes")
    void changesNothingWithACookieAlone(Route route) {
        for (var headers : FOREIGN) {
            var answer = send(route, "application/json", headers);

            assertThat(answer.statusCode()).as("%s with %s", route, headers).isEqualTo(403);
            assertThat(Person.json(answer).path("code").asString()).isEqualTo("cross-site");
        }
        // What a form can send without asking first.
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x")) {
            assertThat(send(route, type, Map.of()).statusCode()).as(type).isEqualTo(403);
        }
    }

    @Test
    void thereAreManyRoutesThatChangeSomething() {
        assertThat(changes()).hasSizeGreaterThan(50);
        assertThat(NOBODY.send(NOBODY.request("/api/v1/me").header("Cookie", COOKIE))
                        .statusCode())
                .as("the cookie is good")
                .isEqualTo(200);
    }

    @Asvs("V3.4.2")
    @Test
    void nobodyElsesPageReadsAnAnswerOrMayAsk() {
        for (var path : List.of("/api/v1/me", "/api/v1/videos", "/api/v1/accounts", "/oauth2/token", "/")) {
            var read = NOBODY.send(NOBODY.request(path)
                    .header("Cookie", COOKIE)
                    .header("Origin", "https://evil.example")
                    .GET());
            var asked = NOBODY.send(NOBODY.request(path)
                    .header("Origin", "https://evil.example")
                    .header("Access-Control-Request-Method", "POST")
                    .header("Access-Control-Request-Headers", OURS)
                    .method("OPTIONS", BodyPublishers.noBody()));

            for (var answer : List.of(read, asked)) {
                assertThat(answer.headers().map().keySet())
                        .as(path)
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
            }
        }
        // Media is for players on any site, and never with a cookie.
        var media = NOBODY.send(
                NOBODY.request("/media/videos/0000000000000/1/master.m3u8").header("Origin", "https://evil.example"));
        assertThat(media.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(media.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    private static HttpResponse<String> send(Route route, String type, Map<String, String> headers) {
        var request = NOBODY.request(route.of("0000000000000"))
                .header("Cookie", COOKIE)
                .header("Content-Type", type)
                .method(route.method(), BodyPublishers.ofString("{}"));
        headers.forEach(request::header);
        return NOBODY.send(request);
    }

    private static String cookie() {
        var name = SharedProgram.freshPerson();
        var session = NOBODY.post(
                "/api/v1/sessions",
                "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(name, Person.PASSWORD),
                "X-Socialflow-Session",
                "cookie");
        assertThat(session.statusCode()).as(session.body()).isEqualTo(201);
        return session.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .reduce((one, other) -> one + "; " + other)
                .orElseThrow();
    }
}
