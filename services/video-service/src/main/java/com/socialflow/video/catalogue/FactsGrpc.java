package com.socialflow.video.catalogue;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.video.v1.Facts;
import com.socialflow.proto.video.v1.GetFactsRequest;
import com.socialflow.proto.video.v1.GetFactsResponse;
import com.socialflow.proto.video.v1.VideoFactsGrpc.VideoFactsImplBase;
import io.grpc.stub.StreamObserver;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What services need to know that count what happens to videos. */
@Component
class FactsGrpc extends VideoFactsImplBase {

    /** As many as of cards: bounds the work of one call. */
    private static final int FACTS_MAX = 200;

    private static final double MILLIS = 1_000;

    private final Videos videos;

    FactsGrpc(Videos videos) {
        this.videos = videos;
    }

    @Override
    @Permit("video.get-facts")
    public void getFacts(GetFactsRequest request, StreamObserver<GetFactsResponse> answer) {
        if (request.getVideoCount() > FACTS_MAX) {
            throw Problem.badRequest("too-many-videos", "at most %d videos at once", FACTS_MAX);
        }
        var wanted = request.getVideoList().stream().map(VideoId::new).collect(Collectors.toSet());
        var response = GetFactsResponse.newBuilder();
        videos.findAll(wanted).forEach(video -> response.addFacts(facts(video)));
        answer.onNext(response.build());
        answer.onCompleted();
    }

    private static Facts facts(Video video) {
        var seconds = video.media().durationSeconds();
        return Facts.newBuilder()
                .setVideo(video.id().value())
                .setOwner(video.owner().value())
                .setDurationMillis(seconds == null ? 0 : Math.round(seconds * MILLIS))
                .setPrivate(video.details().visibility() == Visibility.PRIVATE)
                .build();
    }
}
