package com.socialflow.analytics.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.video.v1.Card;
import com.socialflow.proto.video.v1.GetCardsRequest;
import com.socialflow.proto.video.v1.VideosGrpc;
import io.grpc.StatusRuntimeException;
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
    static final int CARDS_MAX = 200;

    private final Calls calls;

    CardsClient(Calls calls) {
        this.calls = calls;
    }

    /** Those of the videos that the viewer may see; none while the service is away. At most {@link #CARDS_MAX}. */
    List<Card> find(List<VideoId> videos, Optional<AccountId> viewer) {
        var request = GetCardsRequest.newBuilder()
                .setViewer(viewer.map(AccountId::value).orElse(0L));
        videos.forEach(video -> request.addVideo(video.value()));
        try {
            return calls.stub(VideosGrpc::newBlockingStub, "video")
                    .getCards(request.build())
                    .getCardList();
        } catch (StatusRuntimeException e) {
            log.warn("the video service does not answer about {} videos: {}", videos.size(), e.getStatus());
            return List.of();
        }
    }
}
