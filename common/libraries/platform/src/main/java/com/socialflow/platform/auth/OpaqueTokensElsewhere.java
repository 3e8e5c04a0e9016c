package com.socialflow.platform.auth;

import com.google.protobuf.ByteString;
import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.user.v1.FindTokenRequest;
import com.socialflow.proto.user.v1.FoundToken;
import com.socialflow.proto.user.v1.TokensGrpc;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Asks the identity service in another process. */
final class OpaqueTokensElsewhere implements OpaqueTokens {

    private final TokensGrpc.TokensBlockingStub tokens;

    OpaqueTokensElsewhere(Calls calls) {
        tokens = calls.stub(TokensGrpc::newBlockingStub, "user");
    }

    @Override
    public Optional<Known> find(byte[] hash) {
        try {
            var answer = tokens.findToken(FindTokenRequest.newBuilder()
                    .setHash(ByteString.copyFrom(hash))
                    .build());
            return switch (answer.getOutcomeCase()) {
                case FOUND -> Optional.of(known(answer.getFound()));
                case UNKNOWN, OUTCOME_NOT_SET -> Optional.empty();
            };
        } catch (StatusRuntimeException e) {
            throw Problem.unavailable("identity-unavailable", 2, "access tokens cannot be checked at the moment");
        }
    }

    private static Known known(FoundToken token) {
        var id = Ids.format(token.getToken());
        var actor = new Actor(
                new AccountId(token.getAccount()),
                id,
                Set.copyOf(token.getRoleList()),
                Instant.EPOCH,
                new Delegation("personal:" + id, Set.copyOf(token.getScopeList())));
        return new Known(actor, Instant.ofEpochMilli(token.getExpiresAtMillis()));
    }
}
