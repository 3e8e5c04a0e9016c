package com.socialflow.video.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.VideoId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.video.v1.Card;
import com.socialflow.proto.video.v1.GetCardsRequest;
import com.socialflow.proto.video.v1.VideosGrpc;
import com.socialflow.testkit.Person;
import com.socialflow.video.VideoServiceTest;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What other services may know of videos. */
class CardsTest extends VideoServiceTest {

    @Autowired
    private Calls calls;

    @Autowired
    private Sources sources;

    @Autowired
    private Processing processing;

    @Test
    void whoMayNotSeeAVideoIsGivenNoCard() {
        var open = draft(alice);
        var unlisted = draft(alice, "\"visibility\":\"unlisted\"");
        var hidden = draft(alice, "\"visibility\":\"private\"");
        var gone = new VideoId(ids.next());

        var all = List.of(open, unlisted, hidden, gone);
        assertThat(shown(null, all)).containsExactlyInAnyOrder(open, unlisted);
        assertThat(shown(bob, all)).containsExactlyInAnyOrder(open, unlisted);
        assertThat(shown(alice, all)).containsExactlyInAnyOrder(open, unlisted, hidden);
    }

    @Test
    void aCardSaysWhatListsShow() {
        var video = draft(alice);
        var draft = cards(null, List.of(video)).getFirst();
        assertThat(draft.getState()).isEqualTo("awaiting-upload");
        assertThat(draft.getPoster()).isEmpty();
        assertThat(draft.getPublishedAt()).isZero();

        sources.accept(video, Sources.key(video, "first"), 10);
        processing.inspected(video, 1, 12.5, 640, 360);
        processing.playable(video, 1, "videos/" + video + "/1/m.m3u8", "videos/" + video + "/1/poster.jpg");

        var card = cards(null, List.of(video)).getFirst();
        assertThat(card.getOwner()).isEqualTo(alice.account().value());
        assertThat(card.getTitle()).isEqualTo("Trains");
        assertThat(card.getVisibility()).isEqualTo("public");
        assertThat(card.getDurationSeconds()).isEqualTo(12.5);
        assertThat(card.getPoster()).endsWith("/1/poster.jpg").startsWith("/");
        assertThat(card.getPublishedAt()).isEqualTo(clock.instant().getEpochSecond());
    }

    @Test
    void nobodyAsksForMoreThanTwoHundred() {
        var many = LongStream.rangeClosed(1, 201).mapToObj(VideoId::new).toList();

        assertThatThrownBy(() -> cards(null, many)).isInstanceOf(StatusRuntimeException.class);
        assertThat(cards(null, many.subList(0, 200))).isEmpty();
        assertThat(cards(null, List.of())).isEmpty();
    }

    private List<VideoId> shown(@Nullable Person viewer, List<VideoId> videos) {
        return cards(viewer, videos).stream()
                .map(card -> new VideoId(card.getVideo()))
                .toList();
    }

    private List<Card> cards(@Nullable Person viewer, List<VideoId> videos) {
        var request = GetCardsRequest.newBuilder()
                .setViewer(viewer == null ? 0 : viewer.account().value());
        videos.forEach(video -> request.addVideo(video.value()));
        return calls.stub(VideosGrpc::newBlockingStub, "video")
                .getCards(request.build())
                .getCardList();
    }
}
