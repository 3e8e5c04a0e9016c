package com.socialflow.user.profiles;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.user.v1.AccountsGrpc.AccountsImplBase;
import com.socialflow.proto.user.v1.GetProfilesRequest;
import com.socialflow.proto.user.v1.GetProfilesResponse;
import io.grpc.stub.StreamObserver;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** People for other services. */
@Component
class ProfileGrpc extends AccountsImplBase {

    private static final int PROFILES_MAX = 200;

    private final Profiles profiles;

    ProfileGrpc(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    @Permit("profile.list")
    public void getProfiles(GetProfilesRequest request, StreamObserver<GetProfilesResponse> answer) {
        if (request.getAccountCount() > PROFILES_MAX) {
            throw Problem.badRequest("too-many-accounts", "at most %d profiles at once", PROFILES_MAX);
        }
        var ids = request.getAccountList().stream().map(AccountId::new).collect(Collectors.toSet());
        var response = GetProfilesResponse.newBuilder();
        profiles.findAll(ids).forEach(person -> response.addProfile(ProfileEvents.face(person)));
        answer.onNext(response.build());
        answer.onCompleted();
    }
}
