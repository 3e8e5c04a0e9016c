package com.socialflow.user.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.AccountId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.user.v1.AccountsGrpc;
import com.socialflow.proto.user.v1.GetProfilesRequest;
import com.socialflow.user.UserServiceTest;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProfileGrpcTest extends UserServiceTest {

    private final AccountsGrpc.AccountsBlockingStub accounts;

    ProfileGrpcTest(Calls calls) {
        accounts = calls.stub(AccountsGrpc::newBlockingStub, "user");
    }

    @Test
    void givesTheProfilesOfThoseThatThereAre() {
        var name = someone();
        var id = AccountId.parse(api.register(name).text("id")).value();

        var answer = accounts.getProfiles(GetProfilesRequest.newBuilder()
                .addAccount(id)
                .addAccount(id)
                .addAccount(1)
                .build());

        assertThat(answer.getProfileList()).singleElement().satisfies(profile -> {
            assertThat(profile.getAccount()).isEqualTo(id);
            assertThat(profile.getUsername()).isEqualTo(name);
            assertThat(profile.getDisplayName()).isEqualTo(name);
        });
        assertThat(accounts.getProfiles(GetProfilesRequest.getDefaultInstance()).getProfileList())
                .isEmpty();
    }

    @Test
    void refusesMoreThanItsLimit() {
        var many = GetProfilesRequest.newBuilder();
        LongStream.rangeClosed(0, 200).forEach(many::addAccount);

        assertThatThrownBy(() -> accounts.getProfiles(many.build())).hasMessageContaining("too-many-accounts");
    }
}
