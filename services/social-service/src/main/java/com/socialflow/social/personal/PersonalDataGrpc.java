package com.socialflow.social.personal;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import com.socialflow.core.AccountId;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.privacy.v1.ExportPart;
import com.socialflow.proto.privacy.v1.ExportRequest;
import com.socialflow.proto.privacy.v1.SocialPersonalDataGrpc.SocialPersonalDataImplBase;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Everything that this service knows of a person, for the archive that the person asked for. */
@Component
class PersonalDataGrpc extends SocialPersonalDataImplBase {

    private static final int PIECE_BYTES = 1 << 20;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final String JSON = "application/json";

    /** Made when asked for: some of them call services, which this server has to be there for. */
    private final ObjectProvider<PersonalData> features;

    private final JsonMapper json;

    PersonalDataGrpc(ObjectProvider<PersonalData> features, JsonMapper json) {
        this.features = features;
        this.json = json;
    }

    @Override
    @Permit("personal-data.export")
    public void export(ExportRequest request, StreamObserver<ExportPart> answer) {
        var account = new AccountId(request.getAccount());
        var archive = new ArchiveToGrpc((ServerCallStreamObserver<ExportPart>) answer);
        features.orderedStream().forEach(feature -> feature.export(account, archive));
        answer.onCompleted();
    }

    /** Sends what is added at once, as fast as it is read. */
    private final class ArchiveToGrpc implements Archive {

        private final ServerCallStreamObserver<ExportPart> parts;

        ArchiveToGrpc(ServerCallStreamObserver<ExportPart> parts) {
            this.parts = parts;
        }

        @Override
        public void json(String path, String description, Object content) {
            for (var piece : pieces(UnsafeByteOperations.unsafeWrap(json.writeValueAsBytes(content)))) {
                send(part(path, JSON, description).setData(piece));
            }
        }

        @Override
        public void object(String path, String mediaType, String description, String objectKey) {
            send(part(path, mediaType, description).setObjectKey(objectKey));
        }

        private static ExportPart.Builder part(String path, String mediaType, String description) {
            return ExportPart.newBuilder().setPath(path).setMediaType(mediaType).setDescription(description);
        }

        private static List<ByteString> pieces(ByteString bytes) {
            var count = (bytes.size() + PIECE_BYTES - 1) / PIECE_BYTES;
            return IntStream.range(0, count)
                    .mapToObj(i -> bytes.substring(i * PIECE_BYTES, Math.min(bytes.size(), (i + 1) * PIECE_BYTES)))
                    .toList();
        }

        private void send(ExportPart.Builder part) {
            awaitReader();
            parts.onNext(part.build());
        }

        /** Nothing is put into memory that the reader has no room for: it may be copying a film. */
        private void awaitReader() {
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
}
