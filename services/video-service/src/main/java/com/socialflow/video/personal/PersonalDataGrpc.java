package com.socialflow.video.personal;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import com.socialflow.core.AccountId;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.privacy.v1.ExportPart;
import com.socialflow.proto.privacy.v1.ExportRequest;
import com.socialflow.proto.privacy.v1.VideoPersonalDataGrpc.VideoPersonalDataImplBase;
import com.socialflow.video.catalogue.OwnVideos;
import com.socialflow.video.catalogue.OwnVideos.OwnVideo;
import com.socialflow.video.upload.PersonUploads;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Everything that this service knows of a person, for the archive that the person asked for. */
@Component
class PersonalDataGrpc extends VideoPersonalDataImplBase {

    private static final int PAGE = 100;
    private static final int PIECE_BYTES = 1 << 20;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final String JSON = "application/json";
    private static final String BYTES = "application/octet-stream";

    private final OwnVideos videos;
    private final PersonUploads uploads;
    private final JsonMapper json;

    PersonalDataGrpc(OwnVideos videos, PersonUploads uploads, JsonMapper json) {
        this.videos = videos;
        this.uploads = uploads;
        this.json = json;
    }

    @Override
    @Permit("personal-data.export")
    public void export(ExportRequest request, StreamObserver<ExportPart> answer) {
        var owner = new AccountId(request.getAccount());
        var parts = (ServerCallStreamObserver<ExportPart>) answer;
        var page = videos.page(owner, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            page.forEach(video -> send(video, parts));
            page = videos.page(owner, Optional.of(page.getLast().id()), PAGE);
        }
        var arriving = uploads.of(owner);
        if (!arriving.isEmpty()) {
            send("videos/uploads.json", "Your uploads of the last days", arriving, parts);
        }
        parts.onCompleted();
    }

    private void send(OwnVideo video, ServerCallStreamObserver<ExportPart> parts) {
        var folder = "videos/" + video.id() + "/";
        send(folder + "video.json", "What you said of your video, and what became of it", video, parts);
        videos.original(video.id()).ifPresent(key -> {
            awaitReader(parts);
            parts.onNext(ExportPart.newBuilder()
                    .setPath(folder + "original")
                    .setMediaType(BYTES)
                    .setDescription("The file that you uploaded")
                    .setObjectKey(key)
                    .build());
        });
    }

    private void send(String path, String what, Object content, ServerCallStreamObserver<ExportPart> parts) {
        var bytes = UnsafeByteOperations.unsafeWrap(json.writeValueAsBytes(content));
        for (var piece : pieces(bytes)) {
            awaitReader(parts);
            parts.onNext(ExportPart.newBuilder()
                    .setPath(path)
                    .setMediaType(JSON)
                    .setDescription(what)
                    .setData(piece)
                    .build());
        }
    }

    private static List<ByteString> pieces(ByteString bytes) {
        var count = (bytes.size() + PIECE_BYTES - 1) / PIECE_BYTES;
        return IntStream.range(0, count)
                .mapToObj(i -> bytes.substring(i * PIECE_BYTES, Math.min(bytes.size(), (i + 1) * PIECE_BYTES)))
                .toList();
    }

    /** Nothing is put into memory that the reader has no room for: it may be copying a film. */
    private static void awaitReader(ServerCallStreamObserver<ExportPart> parts) {
        while (!parts.isReady()) {
            if (Context.current().isCancelled()) {
                throw Status.CANCELLED.asRuntimeException();
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Status.CANCELLED.withCause(e).asRuntimeException();
            }
        }
    }
}
