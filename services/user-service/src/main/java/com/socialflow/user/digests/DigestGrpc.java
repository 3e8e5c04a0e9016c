package com.socialflow.user.digests;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.user.v1.DigestAccepted;
import com.socialflow.proto.user.v1.DigestNoAddress;
import com.socialflow.proto.user.v1.LettersGrpc.LettersImplBase;
import com.socialflow.proto.user.v1.SendDigestRequest;
import com.socialflow.proto.user.v1.SendDigestResponse;
import io.grpc.stub.StreamObserver;
import org.springframework.stereotype.Component;

/** Digests for other services. */
@Component
class DigestGrpc extends LettersImplBase {

    private final Digests digests;

    DigestGrpc(Digests digests) {
        this.digests = digests;
    }

    @Override
    @Permit("digest.send")
    public void sendDigest(SendDigestRequest request, StreamObserver<SendDigestResponse> answer) {
        var response = SendDigestResponse.newBuilder();
        switch (digests.send(digest(request))) {
            case ACCEPTED -> response.setAccepted(DigestAccepted.getDefaultInstance());
            case NO_ADDRESS -> response.setNoAddress(DigestNoAddress.getDefaultInstance());
        }
        answer.onNext(response.build());
        answer.onCompleted();
    }

    private static Digest digest(SendDigestRequest request) {
        try {
            return new Digest(
                    request.getDigest(),
                    new AccountId(request.getAccount()),
                    request.getUnread(),
                    request.getItemList().stream()
                            .map(item ->
                                    new Digest.Item(item.getKind(), item.getWho(), item.getOthers(), item.getText()))
                            .toList(),
                    request.getUnsubscribePath());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("malformed", "the digest is malformed");
        }
    }
}
