package com.socialflow.video.playback;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.testkit.Http.Answer;
import com.socialflow.testkit.Person;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTest extends PlayableVideoTest {

    @Test
    void sendsASegmentThatNeverChanges() {
        var answer = http.get(segment, null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(SEGMENT);
        assertThat(answer.header("Content-Type")).contains("video/iso.segment");
        assertThat(answer.header("Content-Length")).contains("" + SEGMENT.length());
        assertThat(answer.header("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(answer.header("Accept-Ranges")).contains("bytes");
        assertThat(answer.header("ETag"))
                .hasValueSatisfying(etag -> assertThat(etag).matches("\"[^\"]+\""));
        assertThat(answer.header("Last-Modified")).isPresent();
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.header("Access-Control-Expose-Headers").orElse("")).contains("Content-Range");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "master.m3u8, application/vnd.apple.mpegurl, 'public, no-cache'",
        "manifest.mpd, application/dash+xml, 'public, no-cache'",
        "360p/init.mp4, video/mp4, 'public, max-age=31536000, immutable'",
        "storyboard.vtt, text/vtt;charset=utf-8, 'public, max-age=31536000, immutable'",
        "poster.jpg, image/jpeg, 'public, max-age=31536000, immutable'",
        "odd.bin, application/octet-stream, 'public, max-age=31536000, immutable'"
    })
    void namesTypeAndLifetimeOfEverything(String name, String type, String lifetime) throws IOException {
        store("videos/%s/1/%s".formatted(video, name), "content");

        var answer = http.get("/media/videos/%s/1/%s".formatted(video, name), null);

        assertThat(answer.body()).isEqualTo("content");
        assertThat(answer.header("Content-Type")).contains(type);
        assertThat(answer.header("Cache-Control")).contains(lifetime);
    }

    @Test
    void sendsAPlaylistAsItIsNow() throws IOException {
        var path = "/media/videos/" + video + "/1/360p/index.m3u8";
        var key = path.substring(MediaPath.ROOT.length());
        for (var length = 1; length < 20; length++) {
            store(key, "#EXTINF\n".repeat(length));
            assertThat(http.get(path, null).body()).isEqualTo("#EXTINF\n".repeat(length));
        }
        var etag = http.get(path, null).header("ETag").orElseThrow();
        assertThat(http.get(path, null, "If-None-Match", etag).status()).isEqualTo(304);
        store(key, "#EXT-X-ENDLIST\n");
        assertThat(http.get(path, null, "If-None-Match", etag).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=7-13, 7, 14",
        "bytes=100-100099, 100, 100100",
        "bytes=-7, 279993, 280000",
        "bytes=279999-, 279999, 280000",
        "bytes=7-999999999999, 7, 280000"
    })
    void sendsARange(String range, int from, int to) {
        var answer = http.get(segment, null, "Range", range);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(SEGMENT.substring(from, to));
        assertThat(answer.header("Content-Range")).contains("bytes %d-%d/%d".formatted(from, to - 1, SEGMENT.length()));
        assertThat(answer.header("Content-Length")).contains("" + (to - from));
        assertThat(answer.header("Content-Type")).contains("video/iso.segment");
    }

    @Test
    void sendsSeveralRangesInOneAnswer() {
        var answer = http.get(segment, null, "Range", "bytes=0-6, 14-20, -7");

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.header("Content-Length")).contains("" + answer.body().length());
        var type = answer.header("Content-Type").orElseThrow();
        assertThat(type).startsWith("multipart/byteranges; boundary=");
        var parts = answer.body().split("\r\n--" + type.substring(type.indexOf('=') + 1));
        assertThat(parts).hasSize(5);
        assertThat(parts[1])
                .isEqualTo("\r\nContent-Type: video/iso.segment\r\nContent-Range: bytes 0-6/280000\r\n\r\n000000,");
        assertThat(parts[2]).endsWith("Content-Range: bytes 14-20/280000\r\n\r\n000002,");
        assertThat(parts[3]).endsWith("\r\n\r\n039999,");
        assertThat(parts[4]).isEqualTo("--\r\n");
    }

    @Test
    void refusesARangeThatIsNotThere() {
        var answer = http.get(segment, null, "Range", "bytes=280000-");

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.code()).isEqualTo("range-not-satisfiable");
        assertThat(answer.header("Content-Range")).contains("bytes */280000");
    }

    @Test
    void sendsTheWholeWhenTheRangeIsOfAnother() {
        var whole = http.get(segment, null);
        var etag = whole.header("ETag").orElseThrow();
        var modified = whole.header("Last-Modified").orElseThrow();

        assertThat(ranged("If-Range", etag)).isEqualTo(206);
        assertThat(ranged("If-Range", modified)).isEqualTo(206);
        assertThat(ranged("If-Range", "\"other\"")).isEqualTo(200);
        assertThat(ranged("If-Range", "W/" + etag)).isEqualTo(200);
        assertThat(ranged("If-Range", "Thu, 01 Jan 1970 00:00:00 GMT")).isEqualTo(200);
        assertThat(ranged("If-Range", "nonsense")).isEqualTo(200);
    }

    private int ranged(String condition, String value) {
        return http.get(segment, null, "Range", "bytes=0-6", condition, value).status();
    }

    @Test
    void answersConditionalRequests() {
        var whole = http.get(segment, null);
        var etag = whole.header("ETag").orElseThrow();
        var modified = whole.header("Last-Modified").orElseThrow();

        assertThat(http.get(segment, null, "If-None-Match", etag).status()).isEqualTo(304);
        assertThat(http.get(segment, null, "If-None-Match", "\"a\", W/" + etag).status())
                .isEqualTo(304);
        assertThat(http.get(segment, null, "If-None-Match", "*").status()).isEqualTo(304);
        assertThat(http.get(segment, null, "If-None-Match", "\"a\"", "If-Modified-Since", modified)
                        .status())
                .isEqualTo(200);
        assertThat(http.get(segment, null, "If-Modified-Since", modified).status())
                .isEqualTo(304);
        assertThat(http.get(segment, null, "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                        .status())
                .isEqualTo(200);
        assertThat(http.get(segment, null, "If-Modified-Since", "nonsense").status())
                .isEqualTo(200);
        assertThat(http.get(segment, null, "If-Match", "\"a\"").status()).isEqualTo(412);
        assertThat(http.get(segment, null, "If-Match", etag).status()).isEqualTo(200);
        assertThat(http.get(segment, null, "If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                        .status())
                .isEqualTo(412);
        var notModified = http.get(segment, null, "If-None-Match", etag);
        assertThat(notModified.body()).isEmpty();
        assertThat(notModified.header("ETag")).contains(etag);
        assertThat(notModified.header("Cache-Control")).isPresent();
    }

    @Test
    void headSaysWhatGetWouldSend() {
        var answer = http.send("HEAD", segment, null, BodyPublishers.noBody(), "Range", "bytes=0-6");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Length")).contains("" + SEGMENT.length());
        assertThat(answer.header("Content-Type")).contains("video/iso.segment");
    }

    @Test
    void letsPlayersOnOtherSitesIn() {
        var preflight = http.send(
                "OPTIONS",
                segment,
                null,
                BodyPublishers.noBody(),
                "Origin",
                "https://elsewhere.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "range");

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).contains("*");
        assertThat(preflight.header("Access-Control-Allow-Headers").orElse("")).contains("Range");
        assertThat(preflight.header("Access-Control-Allow-Methods").orElse("")).contains("GET");
    }

    @Test
    void isReadOnly() {
        for (var method : new String[] {"POST", "PUT", "DELETE", "PATCH", "TRACE"}) {
            var answer = http.send(method, segment, null, BodyPublishers.noBody());
            assertThat(answer.status()).isEqualTo(405);
        }
        assertThat(http.send("DELETE", segment, null, BodyPublishers.noBody()).header("Allow"))
                .contains("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media/",
                "/media/videos/ID/1/none.m4s",
                "/media/videos/ID/1/360p",
                "/media/videos/ID/1/360p/0.m4s/x",
                "/media/videos/ID/2/360p/0.m4s",
                "/media/videos/ID/1/..%2f..%2f..%2fkeys%2fmaster.key",
                "/media/videos/ID/1/%2e%2e/1/master.m3u8",
                "/media/videos/0000000000000/1/master.m3u8",
                "/media/originals/ID/source",
                "/media/t/x"
            })
    void whatIsNotThereIsAProblem(String path) {
        var answer = http.get(path.replace("ID", video.toString()), null);

        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        if (path.contains("%")) {
            // The server itself refuses what could mean two things.
            assertThat(answer.status()).isEqualTo(400);
            return;
        }
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"private", "unlisted"})
    void aTokenOpensWhatIsNotPublic(String visibility) throws IOException {
        var hidden = video(visibility);
        var hls = hls(hidden, alice);

        assertThat(hls).matches("/media/t/[A-Za-z0-9_-]{43}/videos/%s/1/master.m3u8".formatted(hidden));
        var playlist = http.get(hls, null);
        assertThat(playlist.body()).isEqualTo("#EXTM3U\n360p/index.m3u8\n");
        assertThat(playlist.header("Cache-Control")).contains("private, no-cache");
        var part = http.get(http.uri(hls).resolve("360p/0.m4s").getPath(), null);
        assertThat(part.body()).isEqualTo(SEGMENT);
        assertThat(part.header("Cache-Control").orElse("")).matches("private, max-age=2\\d{4}, immutable");
        assertThat(http.get("/media/videos/" + hidden + "/1/master.m3u8", null).status())
                .isEqualTo(404);
        assertRefused(http.get(hls.replace(hidden.toString(), video.toString()), null));
    }

    @Test
    void aTokenExpires() throws IOException {
        var hls = hls(video("private"), alice);

        clock.advance(Duration.ofHours(6).minusSeconds(1));
        assertThat(http.get(hls, null).status()).isEqualTo(200);
        clock.advance(PlaybackTokens.SAME_FOR.plusSeconds(1));
        assertRefused(http.get(hls, null));
    }

    @Test
    void itsOwnerRevokesTokens() throws IOException {
        var hidden = video("unlisted");
        var hls = hls(hidden, bob);
        var revoke = "/api/v1/videos/" + hidden + "/playback-tokens/revoke";

        assertThat(http.post(revoke, null, "").status()).isEqualTo(401);
        assertThat(http.post(revoke, bob, "").status()).isEqualTo(403);
        assertThat(http.get(hls, null).status()).isEqualTo(200);
        assertThat(http.post(revoke, alice, "").status()).isEqualTo(204);

        assertRefused(http.get(hls, null));
        assertThat(http.get(hls(hidden, bob), null).status()).isEqualTo(200);
    }

    @Test
    void nobodyLearnsOfAPrivateVideoByRevoking() throws IOException {
        var revoke = "/api/v1/videos/" + video("private") + "/playback-tokens/revoke";

        assertThat(http.post(revoke, bob, "").status()).isEqualTo(404);
    }

    @Test
    void aChangeOfVisibilityEndsOldAddresses() throws IOException {
        var changed = video("private");
        var byToken = hls(changed, alice);
        assertThat(http.get(byToken, null).status()).isEqualTo(200);

        show(changed, "public");
        assertRefused(http.get(byToken, null));
        var open = hls(changed, null);
        assertThat(open).isEqualTo("/media/videos/" + changed + "/1/master.m3u8");
        assertThat(http.get(open, null).status()).isEqualTo(200);

        show(changed, "private");
        assertThat(http.get(open, null).status()).isEqualTo(404);
    }

    private void show(VideoId changed, String visibility) {
        var body = "{\"visibility\":\"%s\"}".formatted(visibility);
        assertThat(http.patch("/api/v1/videos/" + changed, alice, body).status())
                .isEqualTo(200);
    }

    @Test
    void aDeletedVideoIsGoneAtOnce() throws IOException {
        var hidden = video("private");
        var hls = hls(hidden, alice);
        assertThat(http.get(hls, null).status()).isEqualTo(200);
        assertThat(http.get(segment, null).status()).isEqualTo(200);

        assertThat(http.delete("/api/v1/videos/" + hidden, alice).status()).isEqualTo(204);
        assertThat(http.delete("/api/v1/videos/" + video, alice).status()).isEqualTo(204);

        assertThat(http.get(hls, null).status()).isEqualTo(404);
        assertThat(http.get(segment, null).status()).isEqualTo(404);
    }

    @Test
    void aChangeByAnotherProcessIsSeenWithinItsTime() throws IOException {
        assertThat(http.get(segment, null).status()).isEqualTo(200);

        jdbc.sql("UPDATE video.video SET visibility = 'private' WHERE id = :id")
                .param("id", video.value())
                .update();
        clock.advance(Permissions.FRESH_FOR);

        assertThat(http.get(segment, null).status()).isEqualTo(404);
    }

    private String hls(VideoId of, @Nullable Person viewer) {
        return http.get("/api/v1/videos/" + of, viewer)
                .json()
                .path("playback")
                .path("hls")
                .stringValue();
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("playback-token-invalid");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }
}
