package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.socialflow.testkit.Asvs;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, the answer is a problem that says what is wrong, never a failure of ours, and nothing is lost. */
@Tag("engines")
class BadInputsTest {

    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String SESSIONS = "/api/v1/sessions";
    private static final String VIDEOS = "/api/v1/videos";
    private static final String UPLOADS = "/api/v1/uploads";
    private static final Person ALICE = SharedProgram.somebody();
    private static final Person BOB = SharedProgram.somebody();
    private static final Person VISITOR = Person.anonymous(SharedProgram.get().address());
    private static final String HERS = ALICE.video("Hers");
    private static final String PRIVATE = privateVideo();

    @Asvs({"V1.4.2", "V1.5.1", "V2.2.2", "V15.3.5", "V16.5.1"})
    @ParameterizedTest
    @MethodSource({"bodies", "people", "videos", "uploads", "paths"})
    void isAnsweredWithAProblem(Function<Person, HttpResponse<String>> request) {
        var answer = request.apply(ALICE);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = Person.json(answer);
        assertThat(problem.path("code").asString()).matches("[a-z0-9-]+");
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.path("requestId").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("SQL");
        assertThat(ALICE.get(VIDEOS + "/" + HERS).statusCode()).isEqualTo(200);
    }

    static List<Named<Function<Person, HttpResponse<String>>>> bodies() {
        return List.of(
                posting("no body", VIDEOS, ""),
                posting("half a JSON", VIDEOS, "{\"title\":"),
                posting("an array", VIDEOS, "[]"),
                posting("a string", VIDEOS, "\"title\""),
                posting("null", VIDEOS, "null"),
                posting("a title that is a number's object", VIDEOS, "{\"title\":{\"a\":1}}"),
                posting("an unknown field", VIDEOS, "{\"title\":\"x\",\"isAdmin\":true}"),
                posting("a duplicate field", VIDEOS, "{\"title\":\"x\",\"title\":\"y\"}"),
                posting("deep nesting", VIDEOS, "{\"title\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}"),
                posting("a huge body", VIDEOS, "{\"title\":\"" + "x".repeat(3 << 20) + "\"}"),
                posting("a huge number", VIDEOS, "{\"title\":" + "9".repeat(5_000) + "}"),
                posting("bytes that are no UTF-8", VIDEOS, "{\"title\":\"\u00ff\"}", StandardCharsets.ISO_8859_1),
                posting("UTF-16", VIDEOS, "\ufeff{\"title\":\"x\"", StandardCharsets.UTF_16LE),
                with("XML", p -> p.body("POST", VIDEOS, "application/xml", BodyPublishers.ofString("<a/>"))),
                with(
                        "a form",
                        p -> p.body(
                                "POST",
                                VIDEOS,
                                "application/x-www-form-urlencoded",
                                BodyPublishers.ofString("title=x"))),
                with(
                        "an idempotency key with a control character",
                        p -> p.post(VIDEOS, "{\"title\":\"x\"}", "Idempotency-Key", "a\tb")),
                with("an idempotency key of another body", p -> {
                    p.post(VIDEOS, "{\"title\":\"x\"}", "Idempotency-Key", "one-key");
                    return p.post(VIDEOS, "{\"title\":\"y\"}", "Idempotency-Key", "one-key");
                }),
                with(
                        "an endless idempotency key",
                        p -> p.post(VIDEOS, "{\"title\":\"x\"}", "Idempotency-Key", "k".repeat(256))));
    }

    static List<Named<Function<Person, HttpResponse<String>>>> people() {
        return List.of(
                posting("a registration without anything", ACCOUNTS, "{}"),
                posting(
                        "a username with a space",
                        ACCOUNTS,
                        person("a b", "q1@example.org", Person.PASSWORD, "1990-05-17")),
                posting("a username of 2", ACCOUNTS, person("ab", "q2@example.org", Person.PASSWORD, "1990-05-17")),
                posting(
                        "a username of a path",
                        ACCOUNTS,
                        person("../etc", "q3@example.org", Person.PASSWORD, "1990-05-17")),
                posting(
                        "an email without @",
                        ACCOUNTS,
                        person("quite_new", "example.org", Person.PASSWORD, "1990-05-17")),
                posting(
                        "a line break in the email",
                        ACCOUNTS,
                        person("quite_new", "a@b.org\\nBcc: c", Person.PASSWORD, "1990-05-17")),
                posting("a short password", ACCOUNTS, person("quite_new", "q4@example.org", "short", "1990-05-17")),
                posting(
                        "a password of 100,000",
                        ACCOUNTS,
                        person("quite_new", "q5@example.org", "p".repeat(100_000), "1990-05-17")),
                posting(
                        "a birthday in the future",
                        ACCOUNTS,
                        person("quite_new", "q6@example.org", Person.PASSWORD, "2999-01-01")),
                posting(
                        "a birthday that is no day",
                        ACCOUNTS,
                        person("quite_new", "q7@example.org", Person.PASSWORD, "1990-02-30")),
                posting("a child of 5", ACCOUNTS, person("quite_new", "q8@example.org", Person.PASSWORD, "2021-10-01")),
                posting(
                        "a sign-in as nobody",
                        SESSIONS,
                        "{\"login\":\"nobody_here\",\"password\":\"a wrong sentence\"}"),
                posting("a sign-in without a password", SESSIONS, "{\"login\":\"person_1\"}"),
                posting("an invented refresh token", SESSIONS + "/refresh", "{\"refreshToken\":\"abc\"}"),
                with(
                        "an invented access token",
                        p -> p.send(HttpRequest.newBuilder(
                                        SharedProgram.get().address().resolve("/api/v1/me"))
                                .header("Authorization", "Bearer abc.def.ghi"))),
                with(
                        "an unsigned access token",
                        p -> p.send(HttpRequest.newBuilder(
                                        SharedProgram.get().address().resolve("/api/v1/me"))
                                .header("Authorization", "Bearer " + unsigned()))),
                with("no token", _ -> VISITOR.get("/api/v1/me")),
                with("an account of nobody", p -> p.get(ACCOUNTS + "/@nobody_here")));
    }

    static List<Named<Function<Person, HttpResponse<String>>>> videos() {
        return List.of(
                posting("an empty title", VIDEOS, "{\"title\":\"\"}"),
                posting("a title of blanks", VIDEOS, "{\"title\":\"   \\t \"}"),
                posting("a title with NUL", VIDEOS, "{\"title\":\"a\\u0000b\"}"),
                posting("a title with half a character", VIDEOS, "{\"title\":\"a\\ud800b\"}"),
                posting("a title of 10,000", VIDEOS, "{\"title\":\"" + "t".repeat(10_000) + "\"}"),
                posting("a visibility that is none", VIDEOS, "{\"title\":\"x\",\"visibility\":\"friends\"}"),
                posting("a visibility as a number", VIDEOS, "{\"title\":\"x\",\"visibility\":1}"),
                posting("tags that are one string", VIDEOS, "{\"title\":\"x\",\"tags\":\"a,b\"}"),
                posting("1,000 tags", VIDEOS, "{\"title\":\"x\",\"tags\":[" + "\"t\",".repeat(999) + "\"t\"]}"),
                posting("a language that is none", VIDEOS, "{\"title\":\"x\",\"language\":\"<script>\"}"),
                with("nobody makes a video", _ -> VISITOR.post(VIDEOS, "{\"title\":\"x\"}")),
                with("somebody else edits", _ -> BOB.patch(VIDEOS + "/" + HERS, "{\"title\":\"mine\"}")),
                with("somebody else deletes", _ -> BOB.delete(VIDEOS + "/" + HERS)),
                with("somebody else sees a private one", _ -> BOB.get(VIDEOS + "/" + PRIVATE)),
                with("an old edit", p -> p.patch(VIDEOS + "/" + HERS, "{\"title\":\"x\"}", "If-Match", "\"0-0\"")),
                with(
                        "an empty file",
                        p -> p.body(
                                "PUT",
                                VIDEOS + "/" + HERS + "/file",
                                "application/octet-stream",
                                BodyPublishers.noBody())),
                with("a file of somebody else", _ -> BOB.put(VIDEOS + "/" + HERS + "/file", SharedProgram.clip())),
                with("a limit of 0", p -> p.get(VIDEOS + "?limit=0")),
                with("a limit of 101", p -> p.get(VIDEOS + "?limit=101")),
                with("a limit that overflows", p -> p.get(VIDEOS + "?limit=99999999999")),
                with("a cursor of another world", p -> p.get(VIDEOS + "?cursor=..%2F..%2Fetc")),
                with("a sort that is none", p -> p.get(VIDEOS + "?sort=;drop")),
                with("an owner that is none", p -> p.get(VIDEOS + "?owner=x'--")));
    }

    static List<Named<Function<Person, HttpResponse<String>>>> uploads() {
        var cases = new ArrayList<Named<Function<Person, HttpResponse<String>>>>();
        cases.add(creating("no tus version", b -> b.header("Upload-Length", "10")));
        cases.add(creating(
                "a tus version of the future",
                b -> b.header("Tus-Resumable", "9.0.0")
                        .header("Upload-Length", "10")
                        .header("Upload-Metadata", "video " + base64(HERS))));
        cases.add(creating("a length that is negative", b -> tus(b, "-1", HERS)));
        cases.add(creating("a length that is a word", b -> tus(b, "many", HERS)));
        cases.add(creating("a length of 1 EB", b -> tus(b, "1000000000000000000", HERS)));
        cases.add(creating(
                "metadata that is no base64",
                b -> b.header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", "10")
                        .header("Upload-Metadata", "video !!!")));
        cases.add(creating("no video", b -> b.header("Tus-Resumable", "1.0.0").header("Upload-Length", "10")));
        cases.add(creating("a video of nobody", b -> tus(b, "10", "0000000000000")));
        cases.add(creating("a video that is a path", b -> tus(b, "10", "../../etc/passwd")));
        cases.add(with(
                "a video of somebody else",
                _ -> BOB.send(tus(BOB.request(UPLOADS), "10", HERS).POST(BodyPublishers.noBody()))));
        cases.add(with(
                "bytes for an upload of nobody",
                p -> p.body(
                        "PATCH",
                        UPLOADS + "/0000000000000",
                        "application/offset+octet-stream",
                        BodyPublishers.ofString("x"),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Offset",
                        "0")));
        return cases;
    }

    static Stream<Named<Function<Person, HttpResponse<String>>>> paths() {
        return Stream.of(
                        VIDEOS + "/0",
                        VIDEOS + "/0000000000000",
                        VIDEOS + "/%00",
                        VIDEOS + "/..%2f..%2fetc%2fpasswd",
                        VIDEOS + "/" + "9".repeat(4_000),
                        "/api/v1/nothing",
                        "/media/videos/0000000000000/1/master.m3u8",
                        "/media/videos/" + HERS + "/1/..%2f..%2f..%2fetc%2fpasswd",
                        "/media/videos/" + HERS + "/../../../etc/passwd",
                        "/media/videos/" + HERS + "/x/master.m3u8",
                        "/media/t/abc/videos/" + HERS + "/1/master.m3u8",
                        "/media/t/" + "A".repeat(500) + "/videos/" + PRIVATE + "/1/master.m3u8",
                        "/actuator/env",
                        "/actuator/heapdump")
                .map(path -> with(path.substring(0, Math.min(60, path.length())), p -> VISITOR.get(path)));
    }

    private static HttpRequest.Builder tus(HttpRequest.Builder request, String length, String video) {
        return request.header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", length)
                .header("Upload-Metadata", "video " + base64(video));
    }

    private static Named<Function<Person, HttpResponse<String>>> creating(
            String name, Function<HttpRequest.Builder, HttpRequest.Builder> headers) {
        return with(name, p -> p.send(headers.apply(p.request(UPLOADS)).POST(BodyPublishers.noBody())));
    }

    private static Named<Function<Person, HttpResponse<String>>> posting(String name, String path, String body) {
        return with(name, p -> p.post(path, body));
    }

    private static Named<Function<Person, HttpResponse<String>>> posting(
            String name, String path, String body, java.nio.charset.Charset charset) {
        return with(
                name,
                p -> p.body("POST", path, "application/json", BodyPublishers.ofByteArray(body.getBytes(charset))));
    }

    private static Named<Function<Person, HttpResponse<String>>> with(
            String name, Function<Person, HttpResponse<String>> request) {
        return named(name, request);
    }

    private static String person(String username, String email, String password, String birthDate) {
        return "{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"%s\",\"birthDate\":\"%s\"}"
                .formatted(username, email, password, birthDate);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A token whose header says that no signature is needed. */
    private static String unsigned() {
        var url = Base64.getUrlEncoder().withoutPadding();
        return url.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + url.encodeToString("{\"sub\":\"1\",\"exp\":9999999999}".getBytes(StandardCharsets.UTF_8)) + ".";
    }

    private static String privateVideo() {
        var made = ALICE.post(VIDEOS, "{\"title\":\"Hidden\",\"visibility\":\"private\"}");
        return Person.json(made).path("id").asString();
    }
}
