package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.user.v1.AccountsGrpc.AccountsImplBase;
import com.socialflow.proto.user.v1.GetProfilesRequest;
import com.socialflow.proto.user.v1.GetProfilesResponse;
import com.socialflow.proto.user.v1.Profile;
import io.grpc.stub.StreamObserver;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Accounts for other services. */
@Component
class AccountGrpc extends AccountsImplBase {

    private static final int PROFILES_MAX = 200;

    private final Accounts accounts;

    AccountGrpc(Accounts accounts) {
        this.accounts = accounts;
    }

    @Permit("profile.list")
    @Override
    public void getProfiles(GetProfilesRequest request, StreamObserver<GetProfilesResponse> answer) {
        if (request.getAccountCount() > PROFILES_MAX) {
            throw Problem.badRequest("too-many-accounts", "at most %d profiles at once", PROFILES_MAX);
        }
        var ids = request.getAccountList().stream().map(AccountId::new).collect(Collectors.toSet());
        var response = GetProfilesResponse.newBuilder();
        accounts.findAll(ids).forEach(account -> response.addProfile(profile(account)));
        answer.onNext(response.build());
        answer.onCompleted();
    }

    private static Profile profile(Account account) {
        return Profile.newBuilder()
                .setAccount(account.id().value())
                .setUsername(account.username().value())
                .setDisplayName(account.displayName().value())
                .build();
    }
}
