package com.socialflow.viewcount.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.video.v1.GetFactsRequest;
import com.socialflow.proto.video.v1.VideoFactsGrpc;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the video service. */
@Component
class FactsClient {

    /** After a failed call nobody waits for another deadline until this time is over. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(FactsClient.class);

    private final Calls calls;
    private final Clock clock;
    private volatile Instant quietUntil = Instant.MIN;

    FactsClient(Calls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** What there is of these videos, at most as many as a request names; empty while the service is away. */
    Optional<Map<VideoId, VideoFact>> find(Collection<VideoId> videos) {
        if (clock.instant().isBefore(quietUntil)) {
            return Optional.empty();
        }
        var request = GetFactsRequest.newBuilder();
        videos.forEach(video -> request.addVideo(video.value()));
        try {
            var found = new HashMap<VideoId, VideoFact>();
            videos.forEach(video -> found.put(video, new VideoFact.Missing()));
            for (var facts : calls.stub(VideoFactsGrpc::newBlockingStub, "video")
                    .getFacts(request.build())
                    .getFactsList()) {
                found.put(
                        new VideoId(facts.getVideo()),
                        new VideoFact.Known(
                                new AccountId(facts.getOwner()), facts.getDurationMillis(), facts.getPrivate()));
            }
            return Optional.of(found);
        } catch (StatusRuntimeException e) {
            quietUntil = clock.instant().plus(QUIET);
            log.warn("the video service does not answer, {} videos are unknown: {}", videos.size(), e.getStatus());
            return Optional.empty();
        }
    }
}
