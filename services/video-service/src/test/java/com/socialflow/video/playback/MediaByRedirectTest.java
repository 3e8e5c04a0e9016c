package com.socialflow.video.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Players are sent to S3 for segments; playlists still come from here. */
@DirtiesContext
@TestPropertySource(properties = "socialflow.playback.redirect=true")
class MediaByRedirectTest extends PlayableVideoTest {

    @DynamicPropertySource
    static void s3(DynamicPropertyRegistry properties) {
        MediaOnS3Test.s3(properties);
    }

    @Test
    void sendsPlayersToTheStorageForSegments() throws IOException, InterruptedException {
        var answer = http.get(segment, null, "Range", "bytes=7-13");

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
        var address = URI.create(answer.header("Location").orElseThrow());
        var part = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Range", "bytes=7-13")
                                .build(),
                        BodyHandlers.ofString());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("000001,");
        assertThat(part.headers().firstValue("Content-Type")).contains("video/iso.segment");
    }

    @Test
    void servesItselfWhatRefersToOthers() {
        var playlist = http.get("/media/videos/" + video + "/1/master.m3u8", null);
        assertThat(playlist.status()).isEqualTo(200);
        assertThat(playlist.body()).startsWith("#EXTM3U");
        assertThat(http.send("HEAD", segment, null, BodyPublishers.noBody()).status())
                .isEqualTo(200);
    }

    @Test
    void redirectsNobodyWithoutPermission() throws IOException {
        var hidden = video("private");

        assertThat(http.get("/media/videos/" + hidden + "/1/360p/0.m4s", null).status())
                .isEqualTo(404);
    }
}
