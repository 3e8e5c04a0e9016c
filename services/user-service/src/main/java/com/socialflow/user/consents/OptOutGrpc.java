package com.socialflow.user.consents;

import com.socialflow.core.AccountId;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.user.v1.FindOptOutRequest;
import com.socialflow.proto.user.v1.FindOptOutResponse;
import com.socialflow.proto.user.v1.PrivacyGrpc.PrivacyImplBase;
import io.grpc.stub.StreamObserver;
import org.springframework.stereotype.Component;

/** For services that note what people do. */
@Component
class OptOutGrpc extends PrivacyImplBase {

    private final Consents consents;

    OptOutGrpc(Consents consents) {
        this.consents = consents;
    }

    @Override
    @Permit("privacy.find-opt-out")
    public void findOptOut(FindOptOutRequest request, StreamObserver<FindOptOutResponse> answer) {
        answer.onNext(FindOptOutResponse.newBuilder()
                .setOptedOut(consents.optedOut(new AccountId(request.getAccount())))
                .build());
        answer.onCompleted();
    }
}
