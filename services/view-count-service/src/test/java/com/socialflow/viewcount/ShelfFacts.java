package com.socialflow.viewcount;

import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.video.v1.Facts;
import com.socialflow.proto.video.v1.GetFactsRequest;
import com.socialflow.proto.video.v1.GetFactsResponse;
import com.socialflow.proto.video.v1.VideoFactsGrpc.VideoFactsImplBase;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;

/** The other half of the video service's stand-in: what whoever counts needs to know. */
class ShelfFacts extends VideoFactsImplBase {

    private final Shelf shelf;

    ShelfFacts(Shelf shelf) {
        this.shelf = shelf;
    }

    @Permit("video.get-facts")
    @Override
    public void getFacts(GetFactsRequest request, StreamObserver<GetFactsResponse> answer) {
        if (!shelf.answers()) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        var found = GetFactsResponse.newBuilder();
        for (var card : shelf.cards(request.getVideoList())) {
            found.addFacts(Facts.newBuilder()
                    .setVideo(card.getVideo())
                    .setOwner(card.getOwner())
                    .setDurationMillis(Math.round(card.getDurationSeconds() * 1_000))
                    .setPrivate(card.getVisibility().equals("private")));
        }
        answer.onNext(found.build());
        answer.onCompleted();
    }
}
