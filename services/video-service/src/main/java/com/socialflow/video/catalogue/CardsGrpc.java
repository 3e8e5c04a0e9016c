package com.socialflow.video.catalogue;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.video.v1.Card;
import com.socialflow.proto.video.v1.GetCardsRequest;
import com.socialflow.proto.video.v1.GetCardsResponse;
import com.socialflow.proto.video.v1.VideosGrpc.VideosImplBase;
import com.socialflow.video.playback.PlaybackLinks;
import io.grpc.stub.StreamObserver;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Videos for other services. */
@Component
class CardsGrpc extends VideosImplBase {

    /** Two pages of a list: bounds the work of one call. */
    private static final int CARDS_MAX = 200;

    private final Videos videos;
    private final PlaybackLinks links;

    CardsGrpc(Videos videos, PlaybackLinks links) {
        this.videos = videos;
        this.links = links;
    }

    @Override
    @Permit("video.get-cards")
    public void getCards(GetCardsRequest request, StreamObserver<GetCardsResponse> answer) {
        if (request.getVideoCount() > CARDS_MAX) {
            throw Problem.badRequest("too-many-videos", "at most %d videos at once", CARDS_MAX);
        }
        var wanted = request.getVideoList().stream().map(VideoId::new).collect(Collectors.toSet());
        var viewer = request.getViewer() == 0
                ? Optional.<AccountId>empty()
                : Optional.of(new AccountId(request.getViewer()));
        var response = GetCardsResponse.newBuilder();
        videos.find(wanted, viewer).forEach(video -> response.addCard(card(video)));
        answer.onNext(response.build());
        answer.onCompleted();
    }

    private Card card(Video video) {
        var seconds = video.media().durationSeconds();
        var published = video.publishedAt();
        return Card.newBuilder()
                .setVideo(video.id().value())
                .setOwner(video.owner().value())
                .setTitle(video.details().title())
                .setVisibility(video.details().visibility().word())
                .setState(video.state().word())
                .setDurationSeconds(seconds == null ? 0 : seconds)
                .setPoster(Objects.requireNonNullElse(links.of(video.playable()).poster(), ""))
                .setPublishedAt(published == null ? 0 : published.getEpochSecond())
                .build();
    }
}
