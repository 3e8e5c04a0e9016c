package com.socialflow.video.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.core.VideoId;
import com.socialflow.proto.video.v1.VideoPublished;
import com.socialflow.proto.video.v1.VideoWithdrawn;
import com.socialflow.video.VideoServiceTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which changes of a video others hear of. */
class PublicationsTest extends VideoServiceTest {

    private static final String PUBLISHED = "VideoPublished";
    private static final String WITHDRAWN = "VideoWithdrawn";

    @Autowired
    private Sources sources;

    @Autowired
    private Processing processing;

    private VideoId video = new VideoId(0);

    @BeforeEach
    void uploadASource() {
        video = draft(alice);
        sources.accept(video, Sources.key(video, "first"), 10);
    }

    @Test
    void aPublicVideoIsPublishedOnceItCanBePlayed() throws InvalidProtocolBufferException {
        assertThat(told()).isEmpty();

        playable("");
        playable("poster.jpg");
        processing.ready(video, 1, media());

        assertThat(told()).containsExactly(PUBLISHED);
        var event = lastPublished();
        assertThat(event.getVideo()).isEqualTo(video.value());
        assertThat(event.getOwner()).isEqualTo(alice.account().value());
        assertThat(event.getTitle()).isEqualTo("Trains");
        assertThat(event.getPublishedOrder()).isGreaterThan(video.value());
    }

    @Test
    void aNewTitleIsToldAndNothingElseThatIsSaid() throws InvalidProtocolBufferException {
        playable("");
        var first = lastPublished();

        patch("{\"description\":\"of steam\"}");
        patch("{\"title\":\"Ships\"}");
        patch("{\"title\":\"Ships\"}");

        assertThat(told()).containsExactly(PUBLISHED, PUBLISHED);
        assertThat(lastPublished().getTitle()).isEqualTo("Ships");
        assertThat(lastPublished().getPublishedOrder()).isEqualTo(first.getPublishedOrder());
    }

    @Test
    void aVideoThatIsNotPublicAnyMoreIsWithdrawnAndComesBackToItsPlace() throws InvalidProtocolBufferException {
        playable("");
        var first = lastPublished();

        patch("{\"visibility\":\"unlisted\"}");
        patch("{\"visibility\":\"private\"}");
        patch("{\"title\":\"Ships\"}");
        patch("{\"visibility\":\"public\"}");

        assertThat(told()).containsExactly(PUBLISHED, WITHDRAWN, WITHDRAWN, PUBLISHED);
        assertThat(withdrawnAs()).containsExactly("unlisted", "private");
        assertThat(lastPublished().getPublishedOrder()).isEqualTo(first.getPublishedOrder());
    }

    @Test
    void whatFailsAfterItWasPlayableIsWithdrawn() {
        playable("");

        processing.failed(video, 1, new Failure("not-a-video", "This file holds no picture."));

        assertThat(told()).containsExactly(PUBLISHED, WITHDRAWN);
    }

    @Test
    void aDeletedVideoIsWithdrawnFirstIfAnybodyCouldSeeIt() {
        playable("");
        http.delete("/api/v1/videos/" + video, alice);
        assertThat(told()).containsExactly(PUBLISHED, WITHDRAWN, "VideoDeleted");

        video = draft(alice, "\"visibility\":\"private\"");
        sources.accept(video, Sources.key(video, "first"), 10);
        playable("");
        http.delete("/api/v1/videos/" + video, alice);
        assertThat(told()).containsExactly("VideoDeleted");
    }

    private void playable(String poster) {
        processing.playable(video, 1, "videos/" + video + "/1/master.m3u8", poster);
    }

    private static Media media() {
        return new Media(null, null, null, Renditions.NONE, "a/master.m3u8", "a/manifest.mpd", "a/poster.jpg", "");
    }

    private void patch(String fields) {
        var answer = http.patch("/api/v1/videos/" + video, alice, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Without what workers are told. */
    private List<String> told() {
        return events(video).stream()
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .filter(type -> !type.equals("VideoUploaded"))
                .toList();
    }

    private List<String> withdrawnAs() throws InvalidProtocolBufferException {
        var found = new ArrayList<String>();
        for (var payload : payloads("VideoWithdrawn")) {
            found.add(VideoWithdrawn.parseFrom(payload).getVisibility());
        }
        return found;
    }

    private VideoPublished lastPublished() throws InvalidProtocolBufferException {
        return VideoPublished.parseFrom(payloads("VideoPublished").getLast());
    }

    private List<byte[]> payloads(String type) {
        return jdbc.sql("""
                SELECT payload FROM video.outbox
                 WHERE ordering_key = :video AND event_type = :type
                 ORDER BY position
                """)
                .param("video", video.value())
                .param("type", "socialflow.video.v1." + type)
                .query((row, _) -> row.getBytes(1))
                .list();
    }
}
