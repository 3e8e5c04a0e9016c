package com.socialflow.video.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** The limits that the test's configuration sets: 4 MB a source, 10 MB and three uploads a person. */
class UploadLimitsTest extends UploadTest {

    private static final int SOURCE_MAX = 4 << 20;
    private static final int QUOTA = 10 << 20;

    @Asvs("V5.2.1")
    @Test
    void refusesASourceThatIsTooLarge() {
        var answer = announce(alice, draft(alice), SOURCE_MAX + 1);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("upload-too-large");
        assertThat(answer.json().path("bytesMax").asInt()).isEqualTo(SOURCE_MAX);
        assertThat(announce(alice, draft(alice), SOURCE_MAX).status()).isEqualTo(201);
    }

    @Test
    void refusesAnEmptySource() {
        assertThat(announce(alice, draft(alice), 0).code()).isEqualTo("empty-file");
        assertThat(put(alice, draft(alice), new byte[0]).code()).isEqualTo("empty-file");
        assertThat(put(alice, draft(alice), new byte[0]).status()).isEqualTo(422);
    }

    @Asvs("V2.3.2")
    @Test
    void countsWhatIsStoredAndWhatIsAnnounced() {
        put(alice, draft(alice), Bytes.random(1, SOURCE_MAX));
        announced(alice, draft(alice), SOURCE_MAX);

        var answer = announce(alice, draft(alice), SOURCE_MAX);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("quota-exceeded");
        var left = QUOTA - 2 * SOURCE_MAX;
        assertThat(answer.json().path("bytesLeft").asInt()).isEqualTo(left);
        assertThat(put(alice, draft(alice), Bytes.random(1, left + 1)).code()).isEqualTo("quota-exceeded");
        assertThat(announce(alice, draft(alice), left).status()).isEqualTo(201);
        assertThat(announce(bob, draft(bob), SOURCE_MAX).status())
                .as("others have their own")
                .isEqualTo(201);
    }

    @Test
    void whatIsDeletedCountsNoMore() {
        var video = draft(alice);
        put(alice, video, Bytes.random(1, SOURCE_MAX));
        announced(alice, draft(alice), SOURCE_MAX);
        assertThat(announce(alice, draft(alice), SOURCE_MAX).status()).isEqualTo(413);

        http.delete("/api/v1/videos/" + video, alice);

        assertThat(announce(alice, draft(alice), SOURCE_MAX).status()).isEqualTo(201);
    }

    @Test
    void boundsUploadsThatAreUnderWay() {
        var first = announced(alice, draft(alice), 10);
        announced(alice, draft(alice), 10);
        announced(alice, draft(alice), 10);

        assertThat(announce(alice, draft(alice), 10).code()).isEqualTo("too-many-uploads");

        append(alice, first, 0, new byte[10]);
        assertThat(announce(alice, draft(alice), 10).status()).isEqualTo(201);
    }

    @Asvs("V5.2.1")
    @Test
    void stopsABodyOfUnknownLengthAtTheLimit() {
        var video = draft(alice);

        var answer = http.send(
                "PUT",
                file(video),
                alice,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(Bytes.random(1, SOURCE_MAX + 1))));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(state(alice, video)).isEqualTo("awaiting-upload");
        assertThat(stored("originals/" + video + "/")).isEmpty();
        assertThat(announce(alice, video, SOURCE_MAX).status()).isEqualTo(201);
    }
}
