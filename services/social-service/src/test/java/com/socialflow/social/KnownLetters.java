package com.socialflow.social;

import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.user.v1.DigestAccepted;
import com.socialflow.proto.user.v1.LettersGrpc.LettersImplBase;
import com.socialflow.proto.user.v1.SendDigestRequest;
import com.socialflow.proto.user.v1.SendDigestResponse;
import com.socialflow.testkit.Person;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers for the part of the user service that writes letters, or refuses to. */
public class KnownLetters extends LettersImplBase {

    private final List<SendDigestRequest> digests = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    /** From now on every call fails, or none. */
    public void away(boolean now) {
        away = now;
    }

    /** The digests that were asked for this person. */
    public List<SendDigestRequest> digests(Person person) {
        return digests.stream()
                .filter(digest -> digest.getAccount() == person.account().value())
                .toList();
    }

    @Permit("digest.send")
    @Override
    public void sendDigest(SendDigestRequest request, StreamObserver<SendDigestResponse> answer) {
        digests.add(request);
        if (away) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        answer.onNext(SendDigestResponse.newBuilder()
                .setAccepted(DigestAccepted.getDefaultInstance())
                .build());
        answer.onCompleted();
    }
}
