package com.socialflow.video.upload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.testkit.Asvs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simple upload. */
class FileTest extends UploadTest {

    private static final byte[] FILE = Bytes.random(3, 300_000);

    private VideoId video = new VideoId(0);

    @BeforeEach
    void aDraft() {
        video = draft(alice);
    }

    @Test
    void oneRequestBringsTheSource() {
        var answer = put(alice, video, FILE);

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().path("state").stringValue()).isEqualTo("processing");
        assertThat(source(video)).isEqualTo(FILE);
        assertThat(events(video)).containsExactly("socialflow.video.v1.VideoUploaded");
        assertThat(uploads()).isZero();
        assertThat(put(alice, video, FILE).status()).isEqualTo(409);
    }

    @Test
    void theLengthMayBeUnknown() {
        var answer = http.send(
                "PUT", file(video), alice, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(FILE)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(source(video)).isEqualTo(FILE);
    }

    @Test
    void itsTypeMeansNothing() {
        var form = put(alice, video, FILE, "Content-Type", "application/x-www-form-urlencoded");

        assertThat(form.status()).as("what curl says by itself").isEqualTo(202);
        assertThat(source(video)).isEqualTo(FILE);
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThat(put(alice, video, FILE, "Content-Type", "multipart/form-data; boundary=x")
                        .status())
                .isEqualTo(415);
        assertThat(put(alice, video, FILE, "Content-Encoding", "gzip").status()).isEqualTo(415);
        assertThat(state(alice, video)).isEqualTo("awaiting-upload");
    }

    @Test
    void onlyTheOwnerUploads() {
        var hidden = draft(alice, "\"visibility\":\"private\"");

        assertThat(put(null, video, FILE).status()).isEqualTo(401);
        assertThat(put(bob, video, FILE).status()).isEqualTo(403);
        assertThat(put(bob, hidden, FILE).status()).isEqualTo(404);
        assertThat(put(alice, new VideoId(5), FILE).status()).isEqualTo(404);
    }

    @Asvs("V1.4.3")
    @Test
    void aBrokenConnectionLeavesNothingBehind() throws IOException {
        try (var socket = sendPart(FILE.length, 200_000)) {
            eventually("the upload is under way", () -> uploads() == 1);
        }

        eventually("the upload is gone", () -> uploads() == 0);
        assertThat(stored("originals/" + video + "/")).isEmpty();
        assertThat(state(alice, video)).isEqualTo("awaiting-upload");
        assertThat(put(alice, video, FILE).status()).isEqualTo(202);
    }

    @Test
    void aClientThatFallsSilentIsGone() throws IOException {
        try (var socket = sendPart(FILE.length, 1_000)) {
            eventually("the upload is under way", () -> uploads() == 1);
            eventually("the upload is gone after the server's read time-out", () -> uploads() == 0);
        }
    }

    @Test
    void aDeletedVideoTakesNoMoreBytes() throws IOException {
        try (var socket = sendPart(FILE.length, 200_000)) {
            eventually("the upload is under way", () -> uploads() == 1);
            http.delete("/api/v1/videos/" + video, alice);
            socket.getOutputStream().write(FILE, 200_000, 50_000);
            eventually("the upload is gone", () -> uploads() == 0);
        }
        assertThat(stored("originals/" + video + "/")).isEmpty();
    }

    private int uploads() {
        return jdbc.sql("SELECT count(*) FROM video.upload WHERE video_id = :video")
                .param("video", video.value())
                .query(Integer.class)
                .single();
    }

    /** A PUT that promises so many bytes and has sent the first of them. */
    private Socket sendPart(int promised, int sent) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var head = "PUT %s HTTP/1.1\r\nHost: test\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(file(video), alice.token().get(), promised);
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        socket.getOutputStream().write(FILE, 0, sent);
        socket.getOutputStream().flush();
        return socket;
    }
}
