package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.app.journey.Routes.Route;
import com.socialflow.testkit.Asvs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the whole program tells browsers and strangers, whatever they ask for. */
@Tag("engines")
class SecurityTest {

    private static final Person ALICE = SharedProgram.somebody();
    private static final Person NOBODY = Person.anonymous(SharedProgram.get().address());
    private static final Pattern SOURCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    @Asvs({"V3.2.1", "V3.4.3", "V3.4.4", "V3.4.6"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/watch/0000000000000",
                "/api/v1/videos",
                "/api/v1/me",
                "/api/v1/nothing",
                "/api/v1/openapi.json",
                "/assets/none.js",
                "/media/videos/0000000000000/1/master.m3u8",
                "/media/images/none.jpg",
                "/media/nothing",
                "/.well-known/jwks.json",
                "/.well-known/openid-configuration",
                "/oauth2/authorize",
                "/oauth2/token",
                "/actuator/health",
                "/api/v1/%00",
                "/api/v1/..%2f"
            })
    void everyAnswerTellsBrowsersWhatItMayDo(String path) {
        var headers = NOBODY.get(path).headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        var policy = headers.firstValue("Content-Security-Policy").orElse("none");
        assertThat(policy)
                .containsPattern("frame-ancestors '(self|none)'")
                .containsAnyOf("default-src 'none'", "object-src 'none'; base-uri 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "http:", "*");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }

    @Asvs({"V3.4.5", "V3.4.6"})
    @Test
    void pagesTellOthersNoMoreThanWhereTheyAreAndOnlyThePlayerIsFramed() {
        var page = NOBODY.get("/login").headers();
        var player = NOBODY.get("/embed/0000000000000").headers();

        assertThat(page.firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
        assertThat(page.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(player.firstValue("Content-Security-Policy").orElseThrow()).endsWith("frame-ancestors *");
    }

    @Asvs("V4.1.1")
    @Test
    void everyTextSaysHowItsLettersAreWritten() {
        var page = NOBODY.get("/");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow().toLowerCase(Locale.ROOT))
                .isEqualTo("text/html;charset=utf-8");
        for (var source : sources(page.body())) {
            var type = NOBODY.get(source).headers().firstValue("Content-Type").orElse("none");
            if (type.startsWith("text/") || type.contains("xml")) {
                assertThat(type.toLowerCase(Locale.ROOT)).as(source).endsWith(";charset=utf-8");
            }
        }
        assertThat(NOBODY.get("/api/v1/videos").headers().firstValue("Content-Type"))
                .hasValue("application/json");
        assertThat(NOBODY.get("/api/v1/me").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Asvs("V14.2.3")
    @Test
    void pagesLoadNothingFromElsewhere() {
        var page = NOBODY.get("/");

        assertThat(sources(page.body())).isNotEmpty().allMatch(source -> source.matches("/[^/].*|/"));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "connect-src 'self';", "script-src 'self';");
    }

    static List<Route> personal() {
        return Routes.of(route -> route.method().equals("GET")
                && route.path().startsWith("/api/v1/me")
                && !route.path().contains("{"));
    }

    @Asvs("V14.3.2")
    @ParameterizedTest
    @MethodSource("personal")
    void whatIsPersonalIsNotKeptByBrowsers(Route route) {
        var answer = ALICE.get(route.path());

        assertThat(answer.statusCode()).isIn(200, 204, 400, 404);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .as(route.path())
                .hasValue("no-store");
    }

    @Asvs({"V13.4.1", "V13.4.3"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.git/config",
                "/.git/HEAD",
                "/.svn/entries",
                "/.env",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/application.yml",
                "/BOOT-INF/classes/application.yml",
                "/assets/",
                "/assets",
                "/media/",
                "/media/videos/",
                "/media/images/",
                "/.well-known/",
                "/backup.zip"
            })
    void whatIsNoPageShowsNothing(String path) {
        var answer = NOBODY.get(path);

        // Some are pages of the client for all the server knows; those say the same as every page.
        if (answer.statusCode() == 200) {
            assertThat(answer.body()).as(path).isEqualTo(NOBODY.get("/").body());
        } else {
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
        }
    }

    @Asvs({"V13.4.2", "V13.4.5"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/beans",
                "/actuator/loggers",
                "/actuator/mappings",
                "/actuator/shutdown",
                "/h2-console",
                "/swagger-ui/../actuator/env"
            })
    void nothingForDebuggingIsThere(String path) {
        var answer = NOBODY.get(path);

        assertThat(answer.statusCode() == 200 ? answer.body() : "")
                .as(path)
                .doesNotContain("socialflow.", "java.", "propertySources");
    }

    @Asvs("V4.1.2")
    @Test
    void noCallIsLedFromHttpToHttps() {
        for (var path : List.of("/api/v1/videos", "/api/v1/me", "/oauth2/token", "/.well-known/jwks.json")) {
            assertThat(NOBODY.get(path).statusCode() / 100).as(path).isNotEqualTo(3);
        }
    }

    @Asvs({"V1.1.2", "V1.2.3", "V1.2.4", "V1.3.10"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"},{\"id\":\"1",
                "</script><script>alert(1)</script>",
                "'); DROP TABLE video.video; --",
                "\\u0022\\u003c",
                "%s %n %1$s %x {0} {} ${7*7} #{7*7} {{7*7}} <%= 7*7 %>",
                "${jndi:ldap://127.0.0.1:1/x}",
                "&lt;b&gt; &amp;"
            })
    void whatSomebodyWritesComesBackAsItWasWritten(String text) {
        var made = ALICE.post("/api/v1/videos", Person.write(Map.of("title", text, "description", text)));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var id = Person.json(made).path("id").asString();

        var seen = ALICE.get("/api/v1/videos/" + id);

        assertThat(Person.json(seen).path("title").asString()).isEqualTo(text);
        assertThat(Person.json(seen).path("description").asString()).isEqualTo(text);
    }

    @Asvs("V15.3.7")
    @Test
    void aParameterThatIsSaidTwiceIsNotTakenAsOneOrTheOther() {
        for (var path : List.of(
                "/api/v1/videos?limit=1&limit=2",
                "/api/v1/videos?cursor=a&cursor=b",
                "/api/v1/videos?owner=a&owner=b")) {
            assertThat(NOBODY.get(path).statusCode()).as(path).isEqualTo(400);
        }
        // A form's fields are no parameters of a JSON route, and a query is no body.
        var query = NOBODY.post("/api/v1/sessions?login=person_1&password=x", "{}");
        assertThat(query.statusCode()).isEqualTo(422);
    }

    @Asvs("V5.2.3")
    @Test
    void aCompressedBodyIsNotUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"title\":\"".getBytes(StandardCharsets.UTF_8));
            gzip.write(new byte[64 << 20]);
        }
        for (var encoding : List.of("gzip", "deflate", "br", "zstd")) {
            var answer = ALICE.body(
                    "POST",
                    "/api/v1/videos",
                    "application/json",
                    BodyPublishers.ofByteArray(packed.toByteArray()),
                    "Content-Encoding",
                    encoding);

            assertThat(answer.statusCode()).as(encoding).isIn(400, 415);
        }
    }

    @Asvs({"V1.5.1", "V1.5.2"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/xml",
                "application/atom+xml",
                "application/yaml",
                "application/cbor",
                "application/x-jackson-smile",
                "application/x-java-serialized-object"
            })
    void nothingButJsonIsReadOrWritten(String type) {
        var sent = NOBODY.body("POST", "/api/v1/sessions", type, BodyPublishers.ofString("<a/>"));
        var asked = NOBODY.send(NOBODY.request("/api/v1/videos").header("Accept", type));

        assertThat(sent.statusCode()).isEqualTo(415);
        assertThat(sent.headers().firstValue("Accept").orElse("")).doesNotContain("xml", "yaml", "cbor", "smile");
        assertThat(asked.headers().firstValue("Content-Type").orElse("")).contains("json");
    }

    @Asvs({"V6.1.3", "V6.3.4"})
    @Test
    void everyWayInIsOnThePageOfDefences() throws IOException {
        var page = Files.readString(Path.of(System.getProperty("project.root", ".."), "docs/DEFENCES.md"));
        var ways = Routes.of(route -> route.changes()
                        && route.path().startsWith("/api/v1/sessions")
                        && !route.method().equals("DELETE")
                        // It asks a key a question; the answer comes in by the way without this ending.
                        && !route.path().endsWith("/options"))
                .stream()
                .map(route -> "`" + route.path() + "`")
                .toList();

        assertThat(ways).hasSizeGreaterThan(4).allMatch(page::contains);
        assertThat(page).contains("`/api/v1/sign-in/{provider}`", "`/oauth2/token`");
    }

    private static List<String> sources(String page) {
        return SOURCE.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
