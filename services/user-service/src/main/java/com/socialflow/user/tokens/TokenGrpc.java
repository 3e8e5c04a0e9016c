package com.socialflow.user.tokens;

import com.socialflow.core.Ids;
import com.socialflow.platform.auth.OpaqueTokens;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.user.v1.FindTokenRequest;
import com.socialflow.proto.user.v1.FindTokenResponse;
import com.socialflow.proto.user.v1.FoundToken;
import com.socialflow.proto.user.v1.TokensGrpc.TokensImplBase;
import com.socialflow.proto.user.v1.UnknownToken;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Personal access tokens for processes without the user role. */
@Component
class TokenGrpc extends TokensImplBase {

    private final ShownTokens tokens;

    TokenGrpc(ShownTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    @Permit("token.find")
    public void findToken(FindTokenRequest request, StreamObserver<FindTokenResponse> answer) {
        var response = tokens.find(request.getHash().toByteArray())
                .map(known -> FindTokenResponse.newBuilder().setFound(found(known)))
                .orElseGet(() -> FindTokenResponse.newBuilder().setUnknown(UnknownToken.getDefaultInstance()));
        answer.onNext(response.build());
        answer.onCompleted();
    }

    private static FoundToken found(OpaqueTokens.Known known) {
        var actor = known.actor();
        var delegation = actor.delegation();
        return FoundToken.newBuilder()
                .setToken(Ids.parse(actor.session()))
                .setAccount(actor.account().value())
                .addAllRole(actor.roles())
                .addAllScope(delegation == null ? Set.of() : delegation.scopes())
                .setExpiresAtMillis(known.expires().toEpochMilli())
                .build();
    }
}
