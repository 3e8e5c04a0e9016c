package com.socialflow.viewcount.stats;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.views.v1.GetViewsRequest;
import com.socialflow.proto.views.v1.GetViewsResponse;
import com.socialflow.proto.views.v1.VideoViews;
import com.socialflow.proto.views.v1.ViewCountsGrpc.ViewCountsImplBase;
import io.grpc.stub.StreamObserver;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Numbers for other services. */
@Component
class StatsGrpc extends ViewCountsImplBase {

    /** Two pages of a list: bounds the work of one call. */
    private static final int VIDEOS_MAX = 200;

    private final Numbers numbers;

    StatsGrpc(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    @Permit("stats.get-views")
    public void getViews(GetViewsRequest request, StreamObserver<GetViewsResponse> answer) {
        if (request.getVideoCount() > VIDEOS_MAX) {
            throw Problem.badRequest("too-many-videos", "at most %d videos at once", VIDEOS_MAX);
        }
        var wanted = request.getVideoList().stream().map(VideoId::new).collect(Collectors.toSet());
        var response = GetViewsResponse.newBuilder();
        numbers.of(wanted).forEach((video, stats) -> response.addViews(views(video, stats)));
        answer.onNext(response.build());
        answer.onCompleted();
    }

    private static VideoViews views(VideoId video, Stats stats) {
        return VideoViews.newBuilder()
                .setVideo(video.value())
                .setViews(stats.tally().views())
                .setRawViews(stats.tally().rawViews())
                .setUniqueViewers(stats.uniqueViewers())
                .setLiveViewers(stats.liveViewers())
                .setWatchMillis(stats.tally().watchMillis())
                .setStale(stats.stale())
                .build();
    }
}
