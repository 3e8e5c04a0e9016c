package com.socialflow.viewcount;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.video.v1.Card;
import com.socialflow.proto.video.v1.GetCardsRequest;
import com.socialflow.proto.video.v1.GetCardsResponse;
import com.socialflow.proto.video.v1.VideosGrpc.VideosImplBase;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers for the video service, or refuses to. */
public class Shelf extends VideosImplBase {

    private final Map<Long, Card> videos = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean away;

    /** What the video service will say of this video from now on. */
    public void put(VideoId video, AccountId owner, Duration duration, String visibility) {
        videos.put(
                video.value(),
                Card.newBuilder()
                        .setVideo(video.value())
                        .setOwner(owner.value())
                        .setTitle("Trains")
                        .setVisibility(visibility)
                        .setState("ready")
                        .setDurationSeconds(duration.toMillis() / 1_000.0)
                        .setPublishedAt(1)
                        .build());
    }

    /** From now on every call fails, or none. */
    public void away(boolean now) {
        away = now;
    }

    public int calls() {
        return calls.get();
    }

    boolean answers() {
        calls.incrementAndGet();
        return !away;
    }

    /** Those of the videos that there are. */
    List<Card> cards(List<Long> wanted) {
        return wanted.stream().map(videos::get).filter(Objects::nonNull).toList();
    }

    @Permit("video.get-cards")
    @Override
    public void getCards(GetCardsRequest request, StreamObserver<GetCardsResponse> answer) {
        if (!answers()) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        var found = GetCardsResponse.newBuilder();
        for (var id : request.getVideoList()) {
            var video = videos.get(id);
            if (video != null
                    && (!video.getVisibility().equals("private") || video.getOwner() == request.getViewer())) {
                found.addCard(video);
            }
        }
        answer.onNext(found.build());
        answer.onCompleted();
    }
}
