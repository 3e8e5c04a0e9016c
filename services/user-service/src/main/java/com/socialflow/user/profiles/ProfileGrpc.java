package com.socialflow.user.profiles;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.policy.Permit;
import com.socialflow.proto.user.v1.AccountsGrpc.AccountsImplBase;
import com.socialflow.proto.user.v1.AgeBand;
import com.socialflow.proto.user.v1.FindProfilesRequest;
import com.socialflow.proto.user.v1.GetProfilesRequest;
import com.socialflow.proto.user.v1.GetProfilesResponse;
import com.socialflow.user.accounts.Username;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** People for other services. */
@Component
class ProfileGrpc extends AccountsImplBase {

    private static final int PROFILES_MAX = 200;

    private final Profiles profiles;
    private final Clock clock;

    ProfileGrpc(Profiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    @Override
    @Permit("profile.list")
    public void getProfiles(GetProfilesRequest request, StreamObserver<GetProfilesResponse> answer) {
        refuseMany(request.getAccountCount());
        var ids = request.getAccountList().stream().map(AccountId::new).collect(Collectors.toSet());
        answer(profiles.findAll(ids), answer);
    }

    @Override
    @Permit("profile.find")
    public void findProfiles(FindProfilesRequest request, StreamObserver<GetProfilesResponse> answer) {
        refuseMany(request.getUsernameCount());
        var names = request.getUsernameList().stream()
                .map(Username::find)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        answer(profiles.findAllNamed(names), answer);
    }

    private static void refuseMany(int count) {
        if (count > PROFILES_MAX) {
            throw Problem.badRequest("too-many-accounts", "at most %d profiles at once", PROFILES_MAX);
        }
    }

    private void answer(List<Person> people, StreamObserver<GetProfilesResponse> answer) {
        var response = GetProfilesResponse.newBuilder();
        people.forEach(person ->
                response.addProfile(ProfileEvents.face(person).toBuilder().setAgeBand(band(person))));
        answer.onNext(response.build());
        answer.onCompleted();
    }

    private AgeBand band(Person person) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return switch (com.socialflow.user.accounts.AgeBand.of(person.account().birthDate(), today)) {
            case CHILD -> AgeBand.CHILD;
            case TEEN -> AgeBand.TEEN;
            case ADULT -> AgeBand.ADULT;
        };
    }
}
