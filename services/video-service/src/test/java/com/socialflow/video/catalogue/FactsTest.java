package com.socialflow.video.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.VideoId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.video.v1.Facts;
import com.socialflow.proto.video.v1.GetFactsRequest;
import com.socialflow.proto.video.v1.VideoFactsGrpc;
import com.socialflow.video.VideoServiceTest;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What whoever counts is told of videos. */
class FactsTest extends VideoServiceTest {

    @Autowired
    private Calls calls;

    @Autowired
    private Sources sources;

    @Autowired
    private Processing processing;

    @Test
    void everyVideoThatThereIsHasFacts() {
        var open = draft(alice);
        var hidden = draft(bob, "\"visibility\":\"private\"");
        sources.accept(open, Sources.key(open, "first"), 10);
        processing.inspected(open, 1, 12.5, 640, 360);

        assertThat(facts(List.of(open, hidden, new VideoId(ids.next()))))
                .containsExactlyInAnyOrder(
                        Facts.newBuilder()
                                .setVideo(open.value())
                                .setOwner(alice.account().value())
                                .setDurationMillis(12_500)
                                .build(),
                        Facts.newBuilder()
                                .setVideo(hidden.value())
                                .setOwner(bob.account().value())
                                .setPrivate(true)
                                .build());
    }

    @Test
    void nobodyAsksForMoreThanTwoHundred() {
        var many = LongStream.rangeClosed(1, 201).mapToObj(VideoId::new).toList();

        assertThatThrownBy(() -> facts(many)).isInstanceOf(StatusRuntimeException.class);
    }

    private List<Facts> facts(List<VideoId> videos) {
        var request = GetFactsRequest.newBuilder();
        videos.forEach(video -> request.addVideo(video.value()));
        return calls.stub(VideoFactsGrpc::newBlockingStub, "video")
                .getFacts(request.build())
                .getFactsList();
    }
}
