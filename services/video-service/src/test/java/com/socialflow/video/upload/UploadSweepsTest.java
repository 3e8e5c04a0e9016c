package com.socialflow.video.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.platform.storage.ResumableObjects;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is left behind by time and by processes that were killed. */
class UploadSweepsTest extends UploadTest {

    private static final byte[] FILE = Bytes.random(4, 50_000);

    @Autowired
    private UploadSweeps sweeps;

    @Autowired
    private UploadLockStore locks;

    @Autowired
    private ResumableObjects objects;

    private VideoId video = new VideoId(0);
    private String upload = "";

    @BeforeEach
    void anUpload() {
        video = draft(alice);
        upload = announced(alice, video, FILE.length);
    }

    @Test
    void anUploadThatNobodyContinuesExpires() {
        append(alice, upload, 0, Arrays.copyOf(FILE, 1_000));
        clock.advance(Duration.ofHours(23));
        assertThat(append(alice, upload, 1_000, new byte[10]).status())
                .as("each chunk gives it the full time again")
                .isEqualTo(204);
        clock.advance(Duration.ofHours(23));
        assertThat(head(alice, upload).status()).isEqualTo(200);

        clock.advance(Duration.ofHours(1));

        assertThat(head(alice, upload).status()).isIn(404, 410);
        eventually("row and bytes go", () -> !rowExists(id(upload)));
        assertThat(objects.length("uploads/" + id(upload))).isZero();
    }

    @Test
    void aCompletedUploadIsForgottenAndItsSourceStays() {
        append(alice, upload, 0, FILE);

        clock.advance(Duration.ofHours(25));

        eventually("the row goes", () -> !rowExists(id(upload)));
        assertThat(source(video)).isEqualTo(FILE);
    }

    @Test
    void whatAKilledProcessHadReceivedBecomesTheSource() {
        dieWith(FILE);

        clock.advance(Duration.ofSeconds(2));

        eventually("the sweep completes it", () -> state(alice, video).equals("processing"));
        assertThat(source(video)).isEqualTo(FILE);
        assertThat(events(video)).hasSize(1);
    }

    @Test
    void whatAKilledProcessHadSealedBecomesTheSource() {
        dieWith(FILE);
        objects.seal("uploads/" + id(upload), "originals/" + video + "/" + id(upload));

        clock.advance(Duration.ofSeconds(2));

        eventually("the sweep completes it", () -> state(alice, video).equals("processing"));
        assertThat(source(video)).isEqualTo(FILE);
        assertThat(events(video)).hasSize(1);
    }

    @Test
    void headCompletesWhatIsAllHere() {
        objects.append("uploads/" + id(upload), 0, new ByteArrayInputStream(FILE));

        assertThat(head(alice, upload).header("Upload-Offset")).hasValue("50000");

        assertThat(state(alice, video)).isEqualTo("processing");
        assertThat(source(video)).isEqualTo(FILE);
    }

    @Test
    void theLockOfAKilledProcessIsWaitedFor() {
        dieWith(Arrays.copyOf(FILE, 20_000));
        assertThat(append(alice, upload, 20_000, new byte[10]).status()).isEqualTo(423);

        clock.advance(Duration.ofSeconds(2));

        assertThat(append(alice, upload, 20_000, Arrays.copyOfRange(FILE, 20_000, FILE.length))
                        .status())
                .isEqualTo(204);
        assertThat(source(video)).isEqualTo(FILE);
    }

    @Test
    void aPutOfAKilledProcessIsDiscarded() {
        jdbc.sql("UPDATE video.upload SET resumable = false WHERE id = :id")
                .param("id", id(upload).value())
                .update();
        dieWith(Arrays.copyOf(FILE, 20_000));

        clock.advance(Duration.ofSeconds(2));

        eventually("row and bytes go", () -> !rowExists(id(upload)));
        assertThat(objects.length("uploads/" + id(upload))).isZero();
        assertThat(state(alice, video)).isEqualTo("awaiting-upload");
    }

    @Test
    void sweepingAgainChangesNothing() {
        sweeps.sweep();
        sweeps.sweep();

        assertThat(head(alice, upload).status()).isEqualTo(200);
    }

    /**
     * As a process leaves an upload that is killed while it writes: bytes in storage, and a lock that nobody renews.
     */
    private void dieWith(byte[] received) {
        assertThat(locks.take(
                        id(upload), ids.next(), clock.instant(), clock.instant().plusSeconds(1)))
                .isTrue();
        objects.append("uploads/" + id(upload), 0, new ByteArrayInputStream(received));
    }
}
