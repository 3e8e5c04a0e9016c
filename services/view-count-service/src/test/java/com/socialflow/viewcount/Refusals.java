package com.socialflow.viewcount;

import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.user.v1.FindOptOutRequest;
import com.socialflow.proto.user.v1.FindOptOutResponse;
import com.socialflow.proto.user.v1.PrivacyGrpc.PrivacyImplBase;
import com.socialflow.testkit.Person;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Answers for the part of the user service that knows who opted out, or refuses to. */
public class Refusals extends PrivacyImplBase {

    private final Set<Long> optedOut = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    /** This person refuses from now on. */
    public void add(Person person) {
        optedOut.add(person.account().value());
    }

    /** From now on every call fails, or none. */
    public void away(boolean now) {
        away = now;
    }

    @Permit("privacy.find-opt-out")
    @Override
    public void findOptOut(FindOptOutRequest request, StreamObserver<FindOptOutResponse> answer) {
        if (away) {
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
            return;
        }
        answer.onNext(FindOptOutResponse.newBuilder()
                .setOptedOut(optedOut.contains(request.getAccount()))
                .build());
        answer.onCompleted();
    }
}
