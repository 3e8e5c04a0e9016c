package com.socialflow.viewcount.stats;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.video.v1.Card;
import com.socialflow.proto.video.v1.GetCardsRequest;
import com.socialflow.proto.video.v1.VideosGrpc;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the video service. */
@Component
class CardClient {

    /** After a failed call nobody waits for another deadline until this time is over. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Calls calls;
    private final Clock clock;
    private volatile Instant quietUntil = Instant.MIN;

    CardClient(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The video, if there is one that the viewer may see.
     *
     * @throws Problem 503 {@code videos-away}
     */
    Optional<Card> find(VideoId video, Optional<AccountId> viewer) {
        if (clock.instant().isBefore(quietUntil)) {
            throw away();
        }
        var request = GetCardsRequest.newBuilder()
                .setViewer(viewer.map(AccountId::value).orElse(0L))
                .addVideo(video.value())
                .build();
        try {
            return calls.stub(VideosGrpc::newBlockingStub, "video").getCards(request).getCardList().stream()
                    .findFirst();
        } catch (StatusRuntimeException e) {
            quietUntil = clock.instant().plus(QUIET);
            throw away();
        }
    }

    private static Problem away() {
        return Problem.unavailable("videos-away", QUIET.toSeconds(), "who may see this video is not known just now");
    }
}
