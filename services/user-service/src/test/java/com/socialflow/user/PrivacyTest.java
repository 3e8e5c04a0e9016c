package com.socialflow.user;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.socialflow.core.AccountId;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.proto.privacy.v1.ExportPart;
import com.socialflow.proto.privacy.v1.ExportRequest;
import com.socialflow.proto.privacy.v1.SocialPersonalDataGrpc.SocialPersonalDataImplBase;
import com.socialflow.proto.privacy.v1.VideoPersonalDataGrpc.VideoPersonalDataImplBase;
import com.socialflow.testkit.TestClock;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The user service with a video service and a social service beside it. */
@ExtendWith(OutputCaptureExtension.class)
@Import({PrivacyTest.Neighbours.class, RecordedMail.Recording.class})
public abstract class PrivacyTest extends UserServiceTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /** Not annotated: the module's own scan must not find it. */
    static class Neighbours {

        @Bean
        static VideoNeighbour videoNeighbour() {
            return new VideoNeighbour();
        }

        @Bean
        static SocialNeighbour socialNeighbour() {
            return new SocialNeighbour();
        }
    }

    /** Answers for the video service: of each person one video, whose title and file a test chose. */
    public static final class VideoNeighbour extends VideoPersonalDataImplBase {

        private final Map<Long, String> titles = new ConcurrentHashMap<>();
        private final Map<Long, String> files = new ConcurrentHashMap<>();
        private volatile boolean away;

        public void add(AccountId owner, String title, String objectKey) {
            titles.put(owner.value(), title);
            files.put(owner.value(), objectKey);
        }

        /** From now on every call fails, or none. */
        public void away(boolean now) {
            away = now;
        }

        /** The policy of the archive's own action lies with the video service. */
        @Override
        @Permit("profile.list")
        public void export(ExportRequest request, StreamObserver<ExportPart> answer) {
            if (away) {
                answer.onError(Status.UNAVAILABLE.asRuntimeException());
                return;
            }
            var title = titles.get(request.getAccount());
            if (title != null) {
                // In two pieces, as a large file comes.
                var half = title.length() / 2;
                answer.onNext(piece(title.substring(0, half)));
                answer.onNext(piece(title.substring(half)));
                answer.onNext(ExportPart.newBuilder()
                        .setPath("videos/1/original")
                        .setMediaType("application/octet-stream")
                        .setDescription("The file")
                        .setObjectKey(files.get(request.getAccount()))
                        .build());
            }
            answer.onCompleted();
        }

        private static ExportPart piece(String text) {
            return ExportPart.newBuilder()
                    .setPath("videos/1/video.json")
                    .setMediaType("application/json")
                    .setDescription("The video")
                    .setData(ByteString.copyFrom(text, StandardCharsets.UTF_8))
                    .build();
        }
    }

    /** Answers for the social service: that everybody follows nobody. */
    public static final class SocialNeighbour extends SocialPersonalDataImplBase {

        @Override
        @Permit("profile.list")
        public void export(ExportRequest request, StreamObserver<ExportPart> answer) {
            answer.onNext(ExportPart.newBuilder()
                    .setPath("social/following.json")
                    .setMediaType("application/json")
                    .setDescription("Whom you follow")
                    .setData(ByteString.copyFromUtf8("[]"))
                    .build());
            answer.onCompleted();
        }
    }

    @Autowired
    protected RecordedMail letters;

    @Autowired
    protected VideoNeighbour videos;

    @Autowired
    protected ObjectStorage storage;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TestClock clock;

    /** Somebody who has registered and signed in. */
    public record Guest(String name, AccountId account, String token) {

        public String email() {
            return name + "@example.com";
        }

        /** The header that says who it is. */
        public String[] header() {
            return new String[] {"Authorization", "Bearer " + token};
        }
    }

    protected Guest guest() {
        var name = someone();
        var account = AccountId.parse(api.register(name).text("id"));
        return new Guest(name, account, api.signIn(name, Api.PASSWORD).text("accessToken"));
    }

    /** The same person with a fresh sign-in. */
    protected Guest again(Guest guest) {
        return new Guest(
                guest.name(),
                guest.account(),
                api.signIn(guest.name(), Api.PASSWORD).text("accessToken"));
    }

    /** Waits until it holds, and fails when it does not soon. */
    protected static void eventually(String what, BooleanSupplier holds) {
        await(what).atMost(SOON).pollInSameThread().pollInterval(LOOK_EVERY).until(holds::getAsBoolean);
    }
}
