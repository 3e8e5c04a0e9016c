package com.socialflow.social.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.video.v1.Card;
import com.socialflow.proto.video.v1.GetCardsRequest;
import com.socialflow.proto.video.v1.VideosGrpc;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the video service. */
@Component
class CardsClient {

    private static final Logger log = LoggerFactory.getLogger(CardsClient.class);

    /** As many as it answers at once. */
    private static final int CARDS_MAX = 200;

    /** After a failed call nobody waits for another deadline until this time is over. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Calls calls;
    private final Clock clock;
    private volatile Instant quietUntil = Instant.MIN;

    CardsClient(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Those of the videos that the viewer may see; empty while the service is away. */
    Optional<List<Card>> find(Collection<VideoId> videos, Optional<AccountId> viewer) {
        if (clock.instant().isBefore(quietUntil)) {
            return Optional.empty();
        }
        var cards = new ArrayList<Card>();
        var all = List.copyOf(videos);
        try {
            for (var from = 0; from < all.size(); from += CARDS_MAX) {
                cards.addAll(ask(all.subList(from, Math.min(all.size(), from + CARDS_MAX)), viewer));
            }
            return Optional.of(cards);
        } catch (StatusRuntimeException e) {
            quietUntil = clock.instant().plus(QUIET);
            log.warn(
                    "the video service does not answer, {} videos are shown as far as known: {}",
                    all.size(),
                    e.getStatus());
            return Optional.empty();
        }
    }

    private List<Card> ask(List<VideoId> videos, Optional<AccountId> viewer) {
        var request = GetCardsRequest.newBuilder()
                .setViewer(viewer.map(AccountId::value).orElse(0L));
        videos.forEach(video -> request.addVideo(video.value()));
        return calls.stub(VideosGrpc::newBlockingStub, "video")
                .getCards(request.build())
                .getCardList();
    }
}
