package com.socialflow.video.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.platform.storage.ResumableObjects;
import com.socialflow.testkit.Asvs;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The protocol, request by request. */
class TusTest extends UploadTest {

    private static final byte[] FILE = Bytes.random(1, 100_000);

    @Autowired
    private ResumableObjects objects;

    private VideoId video = new VideoId(0);

    @BeforeEach
    void aDraft() {
        video = draft(alice);
    }

    @Test
    void saysWhatItCan() {
        var answer = http.send("OPTIONS", UPLOADS, null, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Tus-Resumable")).hasValue("1.0.0");
        assertThat(answer.header("Tus-Version")).hasValue("1.0.0");
        assertThat(answer.header("Tus-Extension").orElseThrow())
                .contains("creation", "termination", "checksum", "expiration");
        assertThat(answer.header("Tus-Max-Size")).hasValue(Integer.toString(4 << 20));
        assertThat(answer.header("Tus-Checksum-Algorithm").orElseThrow()).contains("sha1", "sha256", "md5");
    }

    @Test
    void chunksBecomeTheSource() {
        var upload = announced(alice, video, FILE.length);
        assertThat(head(alice, upload).header("Upload-Offset")).hasValue("0");

        var first = append(alice, upload, 0, Arrays.copyOf(FILE, 60_001));
        assertThat(first.status()).isEqualTo(204);
        assertThat(first.header("Upload-Offset")).hasValue("60001");
        assertThat(first.header("Upload-Expires"))
                .hasValue(Tus.date(clock.instant().plus(Duration.ofHours(24))));
        assertThat(Tus.date(Instant.parse("2030-01-02T03:04:05Z"))).isEqualTo("Wed, 02 Jan 2030 03:04:05 GMT");
        assertThat(state(alice, video)).isEqualTo("awaiting-upload");

        var head = head(alice, upload);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Upload-Offset")).hasValue("60001");
        assertThat(head.header("Upload-Length")).hasValue("100000");
        assertThat(head.header("Cache-Control")).hasValue("no-store");
        assertThat(head.header("Upload-Metadata")).hasValue(metadata(video));

        var last = append(alice, upload, 60_001, Arrays.copyOfRange(FILE, 60_001, FILE.length));
        assertThat(last.header("Upload-Offset")).hasValue("100000");
        assertThat(state(alice, video)).isEqualTo("processing");
        assertThat(source(video)).isEqualTo(FILE);
        assertThat(events(video)).containsExactly("socialflow.video.v1.VideoUploaded");
        assertThat(head(alice, upload).header("Upload-Offset"))
                .as("a client that lost the last answer learns that all is here")
                .hasValue("100000");
        assertThat(append(alice, upload, FILE.length, new byte[0]).status()).isEqualTo(204);
        assertThat(append(alice, upload, FILE.length, new byte[1]).status()).isEqualTo(413);
        assertThat(events(video)).hasSize(1);
    }

    @Test
    void theFirstChunkMayComeWithTheAnnouncement() {
        var answer = http.send(
                "POST",
                UPLOADS,
                alice,
                BodyPublishers.ofByteArray(FILE),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                Integer.toString(FILE.length),
                "Upload-Metadata",
                metadata(video),
                "Content-Type",
                "application/offset+octet-stream");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Upload-Offset")).hasValue("100000");
        assertThat(source(video)).isEqualTo(FILE);
    }

    @Test
    void aChunkOfUnknownLengthEndsWhereTheUploadDoes() {
        var upload = announced(alice, video, FILE.length);

        var answer = http.send(
                "PATCH",
                upload,
                alice,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(FILE)),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(source(video)).isEqualTo(FILE);
    }

    @Test
    void refusesWhatTheProtocolForbids() {
        var upload = announced(alice, video, FILE.length);

        assertThat(http.send("HEAD", upload, alice, BodyPublishers.noBody()).status())
                .as("no version")
                .isEqualTo(412);
        assertThat(tus("POST", UPLOADS, alice, "Upload-Metadata", metadata(video))
                        .status())
                .as("no length")
                .isEqualTo(400);
        assertThat(append(alice, upload, 1, FILE).status())
                .as("does not go on where it ended")
                .isEqualTo(409);
        assertThat(append(alice, upload, 0, Bytes.random(2, FILE.length + 1)).status())
                .as("more than announced")
                .isEqualTo(413);
        var plain = http.send(
                "PATCH",
                upload,
                alice,
                BodyPublishers.ofByteArray(FILE),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/octet-stream");
        assertThat(plain.status()).as("another type").isEqualTo(415);
        assertThat(head(alice, upload).header("Upload-Offset")).hasValue("0");
    }

    @Asvs("V1.4.2")
    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "99999999999999999999", "1.5", ""})
    void refusesLengthsThatAreNone(String length) {
        var answer = tus("POST", UPLOADS, alice, "Upload-Length", length, "Upload-Metadata", metadata(video));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("bad-header");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename dHJhaW4=|422",
                "video|404",
                "video ../../etc|400",
                "video bm9uc2Vuc2U=|404",
                "video dHJhaW4=,video dHJhaW4=|400",
                ",|400",
                "video //8=|400"
            })
    void refusesMetadataThatNamesNoVideo(String metadata, int status) {
        assertThat(tus("POST", UPLOADS, alice, "Upload-Length", "5", "Upload-Metadata", metadata)
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"sha1,SHA-1", "sha256,SHA-256", "md5,MD5"})
    void aChunkWithItsChecksumIsKept(String name, String algorithm) {
        var upload = announced(alice, video, FILE.length);

        var answer = append(alice, upload, 0, FILE, "Upload-Checksum", name + " " + Bytes.base64(algorithm, FILE));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(source(video)).isEqualTo(FILE);
    }

    @Test
    void nothingOfAChunkWithAnotherChecksumIsKept() {
        var upload = announced(alice, video, FILE.length);
        append(alice, upload, 0, Arrays.copyOf(FILE, 1_000));
        var rest = Arrays.copyOfRange(FILE, 1_000, FILE.length);

        var answer = append(alice, upload, 1_000, rest, "Upload-Checksum", "sha1 " + Bytes.base64("SHA-1", FILE));

        assertThat(answer.status()).isEqualTo(460);
        assertThat(answer.code()).isEqualTo("checksum-mismatch");
        assertThat(head(alice, upload).header("Upload-Offset")).hasValue("1000");
        assertThat(append(alice, upload, 1_000, rest).status()).isEqualTo(204);
        assertThat(source(video)).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"crc32 AAAA", "sha1", "sha1 ???", "sha1 a b"})
    void refusesChecksumsThatItDoesNotKnow(String checksum) {
        var upload = announced(alice, video, FILE.length);

        assertThat(append(alice, upload, 0, FILE, "Upload-Checksum", checksum).code())
                .isEqualTo("bad-checksum");
        assertThat(head(alice, upload).header("Upload-Offset")).hasValue("0");
    }

    @Test
    void aTerminatedUploadIsGoneWithItsBytes() {
        var upload = announced(alice, video, FILE.length);
        append(alice, upload, 0, Arrays.copyOf(FILE, 1_000));

        assertThat(tus("DELETE", upload, alice).status()).isEqualTo(204);

        assertThat(head(alice, upload).status()).isEqualTo(404);
        assertThat(append(alice, upload, 1_000, new byte[5]).status()).isEqualTo(404);
        eventually("row and bytes go", () -> !rowExists(id(upload)));
        assertThat(objects.length("uploads/" + id(upload))).isZero();
    }

    @Test
    void anUploadBelongsToWhoAnnouncedIt() {
        var upload = announced(alice, video, FILE.length);

        assertThat(head(bob, upload).status()).isEqualTo(404);
        assertThat(append(bob, upload, 0, FILE).status()).isEqualTo(404);
        assertThat(tus("DELETE", upload, bob).status()).isEqualTo(404);
        assertThat(head(null, upload).status()).isEqualTo(401);
        assertThat(append(null, upload, 0, FILE).status()).isEqualTo(401);
        assertThat(announce(null, video, 5).status()).isEqualTo(401);
        assertThat(announce(bob, video, 5).status()).isEqualTo(403);
        assertThat(announce(bob, draft(alice, "\"visibility\":\"private\""), 5).status())
                .isEqualTo(404);
        assertThat(head(alice, UPLOADS + "/0000000000000").status()).isEqualTo(404);
        assertThat(head(alice, UPLOADS + "/nonsense").status()).isEqualTo(404);
    }

    @Test
    void clientsWithoutPatchMaySayItInAHeader() {
        var upload = announced(alice, video, FILE.length);

        var answer = http.send(
                "POST",
                upload,
                alice,
                BodyPublishers.ofByteArray(FILE),
                "X-HTTP-Method-Override",
                "PATCH",
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(source(video)).isEqualTo(FILE);
        var second = announced(alice, draft(alice), 10);
        assertThat(tus("POST", second, alice, "X-HTTP-Method-Override", "DELETE")
                        .status())
                .isEqualTo(204);
        assertThat(head(alice, second).status()).isEqualTo(404);
    }

    @Test
    void ofTwoChunksAtOnceOneWins() throws InterruptedException {
        var upload = announced(alice, video, FILE.length);
        var statuses = new int[2];
        var start = new CountDownLatch(1);
        var writers = new Thread[2];
        for (int i = 0; i < 2; i++) {
            var me = i;
            writers[i] = Thread.ofVirtual().start(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                statuses[me] =
                        append(alice, upload, 0, Arrays.copyOf(FILE, 50_000)).status();
            });
        }
        start.countDown();
        for (var writer : writers) {
            writer.join();
        }

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        assertThat(head(alice, upload).header("Upload-Offset")).hasValue("50000");
    }

    @Test
    void theFirstOfTwoUploadsToAVideoWins() {
        var first = announced(alice, video, FILE.length);
        var second = announced(alice, video, FILE.length);
        append(alice, second, 0, Arrays.copyOf(FILE, FILE.length - 1));
        append(alice, first, 0, FILE);

        var late = append(alice, second, FILE.length - 1, new byte[1]);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("has-source");
        assertThat(source(video)).isEqualTo(FILE);
        assertThat(head(alice, second).status()).isEqualTo(404);
        eventually(
                "only the source is left",
                () -> stored("originals/" + video + "/").size() == 1);
        assertThat(announce(alice, video, 5).code()).isEqualTo("has-source");
        assertThat(put(alice, video, FILE).code()).isEqualTo("has-source");
    }

    @Test
    void anUploadGoesWithItsVideo() {
        var upload = announced(alice, video, FILE.length);
        append(alice, upload, 0, Arrays.copyOf(FILE, 1_000));

        http.delete("/api/v1/videos/" + video, alice);

        assertThat(head(alice, upload).status()).isEqualTo(404);
        eventually("row and bytes go", () -> !rowExists(id(upload)));
        assertThat(objects.length("uploads/" + id(upload))).isZero();
    }
}
