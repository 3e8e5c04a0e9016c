package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job through the API: sign up, upload, watch, change who may, delete. */
@Tag("engines")
class VideoJourneyTest {

    private static final Duration TRANSCODED = Duration.ofMinutes(3);

    private final Person alice = SharedProgram.somebody();
    private final Person visitor = Person.anonymous(SharedProgram.get().address());

    @Test
    void anUploadedRecordingPlaysOnEveryRungAndLeavesNothingWhenDeleted() throws IOException {
        var id = alice.upload("A chair", SharedProgram.clip());

        var video = alice.awaitEnd(id, TRANSCODED);

        assertThat(video.path("state").asString()).as(video.toString()).isEqualTo("ready");
        assertThat(video.path("durationSeconds").asDouble()).isGreaterThan(1);
        assertThat(video.path("renditions").size()).isGreaterThan(1);
        assertThat(video.path("owner").path("username").asString()).startsWith("person_");
        new Playback(visitor).plays(video.path("playback").path("hls").asString());
        var mpd = visitor.get(video.path("playback").path("dash").asString());
        assertThat(mpd.statusCode()).isEqualTo(200);
        assertThat(mpd.body()).contains("<MPD");
        for (var picture : List.of("poster", "storyboard")) {
            assertThat(visitor.bytes(video.path("playback").path(picture).asString())
                            .statusCode())
                    .as(picture)
                    .isEqualTo(200);
        }
        assertThat(filesOf(id)).isNotEmpty();

        assertThat(alice.delete("/api/v1/videos/" + id).statusCode()).isEqualTo(204);

        assertThat(visitor.get("/api/v1/videos/" + id).statusCode()).isEqualTo(404);
        assertThat(visitor.get(video.path("playback").path("hls").asString()).statusCode())
                .isIn(403, 404);
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(filesOf(id)).isEmpty());
    }

    @Test
    void aPrivateVideoPlaysWithItsTokenAloneAndNotAfterItWasRevoked() {
        var id = alice.upload("For myself", SharedProgram.clip());
        var closed = alice.patch("/api/v1/videos/" + id, "{\"visibility\":\"private\"}");
        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        var video = alice.awaitEnd(id, TRANSCODED);
        var hls = video.path("playback").path("hls").asString();

        assertThat(visitor.get("/api/v1/videos/" + id).statusCode()).isEqualTo(404);
        assertThat(hls).startsWith("/media/t/");
        new Playback(visitor).plays(hls);
        assertThat(visitor.get(hls.replaceFirst("/media/t/[^/]+/", "/media/")).statusCode())
                .isIn(403, 404);

        var revoked = alice.post("/api/v1/videos/" + id + "/playback-tokens/revoke", "");
        assertThat(revoked.statusCode()).as(revoked.body()).isBetween(200, 204);
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(visitor.get(hls).statusCode()).isEqualTo(403));
    }

    @Test
    void whatIsNoVideoFailsWithAReason() throws IOException {
        var text = Files.writeString(Files.createTempFile("no-video", ".mp4"), "this is a letter, not a film\n");
        try {
            var id = alice.upload("A letter", text);

            var video = alice.awaitEnd(id, TRANSCODED);

            assertThat(video.path("state").asString()).isEqualTo("failed");
            assertThat(video.path("failure").path("code").asString()).isEqualTo("not-a-video");
            assertThat(video.path("failure").path("message").asString()).isNotBlank();
        } finally {
            Files.delete(text);
        }
    }

    @Test
    void anUploadGoesOnWhereItBroke() throws IOException {
        var bytes = Files.readAllBytes(SharedProgram.clip());
        var id = alice.video("In two parts");
        var location = begin(id, bytes.length);

        append(location, 0, slice(bytes, 0, 100_000));
        var offset = alice.send(
                alice.request(location).header("Tus-Resumable", "1.0.0").method("HEAD", BodyPublishers.noBody()));
        assertThat(offset.headers().firstValue("Upload-Offset")).contains("100000");
        append(location, 100_000, slice(bytes, 100_000, bytes.length));

        assertThat(alice.awaitEnd(id, TRANSCODED).path("state").asString()).isEqualTo("ready");
    }

    @Test
    void thoseWhoWatchTheProgressHearOfTheEnd() throws IOException, InterruptedException {
        var id = alice.upload("Watched", SharedProgram.clip());

        var events = java.net.http.HttpClient.newHttpClient()
                .send(
                        alice.request("/api/v1/videos/" + id + "/events")
                                .timeout(TRANSCODED)
                                .build(),
                        BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("data:"))
                .toList();

        assertThat(events).isNotEmpty();
        assertThat(events.getLast()).contains("\"state\":\"ready\"").contains("\"progress\":1");
    }

    private String begin(String video, long length) {
        var made = alice.send(alice.request("/api/v1/uploads")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Long.toString(length))
                .header(
                        "Upload-Metadata",
                        "video "
                                + java.util.Base64.getEncoder()
                                        .encodeToString(video.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .POST(BodyPublishers.noBody()));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow();
    }

    private void append(String location, long offset, byte[] bytes) {
        var answer = alice.body(
                "PATCH",
                location,
                "application/offset+octet-stream",
                BodyPublishers.ofByteArray(bytes),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                Long.toString(offset));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    /** Every stored file whose path names the video. */
    private static List<Path> filesOf(String video) throws IOException {
        try (var files = Files.walk(SharedProgram.get().data().resolve("storage"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(video))
                    .toList();
        }
    }
}
