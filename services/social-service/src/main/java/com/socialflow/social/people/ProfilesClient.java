package com.socialflow.social.people;

import com.socialflow.core.AccountId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.user.v1.AccountsGrpc;
import com.socialflow.proto.user.v1.FindProfilesRequest;
import com.socialflow.proto.user.v1.GetProfilesRequest;
import com.socialflow.proto.user.v1.Profile;
import com.socialflow.social.people.Person.AgeBand;
import io.grpc.StatusRuntimeException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the user service for people of whom nothing was told here yet, at most 200 at once. */
@Component
class ProfilesClient {

    private static final Logger log = LoggerFactory.getLogger(ProfilesClient.class);

    private final Calls calls;

    ProfilesClient(Calls calls) {
        this.calls = calls;
    }

    /** Those of them that may be seen; empty when the user service does not answer. */
    Optional<List<Person>> find(Collection<AccountId> accounts) {
        var request = GetProfilesRequest.newBuilder();
        accounts.forEach(account -> request.addAccount(account.value()));
        return answer(() -> stub().getProfiles(request.build()).getProfileList());
    }

    /** Those of them that may be seen; empty when the user service does not answer. */
    Optional<List<Person>> named(Collection<String> usernames) {
        var request = FindProfilesRequest.newBuilder().addAllUsername(usernames).build();
        return answer(() -> stub().findProfiles(request).getProfileList());
    }

    private static Optional<List<Person>> answer(Supplier<List<Profile>> call) {
        try {
            return Optional.of(call.get().stream().map(ProfilesClient::person).toList());
        } catch (StatusRuntimeException e) {
            log.warn("the user service does not answer, people stay unknown: {}", e.getStatus());
            return Optional.empty();
        }
    }

    private AccountsGrpc.AccountsBlockingStub stub() {
        return calls.stub(AccountsGrpc::newBlockingStub, "user");
    }

    private static Person person(Profile profile) {
        return new Person(
                new AccountId(profile.getAccount()),
                profile.getUsername(),
                profile.getDisplayName(),
                profile.getAvatar(),
                profile.getPrivateAccount(),
                profile.getMadeForKids(),
                band(profile.getAgeBand()),
                false);
    }

    private static AgeBand band(com.socialflow.proto.user.v1.AgeBand band) {
        return switch (band) {
            case CHILD -> AgeBand.CHILD;
            case TEEN -> AgeBand.TEEN;
            case ADULT, AGE_BAND_UNSPECIFIED, UNRECOGNIZED -> AgeBand.ADULT;
        };
    }
}
