package com.socialflow.user.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.AccountId;
import com.socialflow.platform.calls.Calls;
import com.socialflow.proto.user.v1.AccountsGrpc;
import com.socialflow.proto.user.v1.FindProfilesRequest;
import com.socialflow.proto.user.v1.GetProfilesRequest;
import com.socialflow.user.UserServiceTest;
import java.util.Locale;
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
    void findsPeopleByTheirNamesInAnyCase() {
        var name = someone();
        api.register(name);

        var answer = accounts.findProfiles(FindProfilesRequest.newBuilder()
                .addUsername(name.toUpperCase(Locale.ROOT))
                .addUsername("nobody_" + name.substring(0, 3))
                .addUsername("no name at all")
                .build());

        assertThat(answer.getProfileList())
                .singleElement()
                .satisfies(profile -> assertThat(profile.getUsername()).isEqualTo(name));
    }

    @Test
    void refusesMoreThanItsLimit() {
        var many = GetProfilesRequest.newBuilder();
        LongStream.rangeClosed(0, 200).forEach(many::addAccount);

        assertThatThrownBy(() -> accounts.getProfiles(many.build())).hasMessageContaining("too-many-accounts");

        var names = FindProfilesRequest.newBuilder();
        many.getAccountList().forEach(account -> names.addUsername("name" + account));
        assertThatThrownBy(() -> accounts.findProfiles(names.build())).hasMessageContaining("too-many-accounts");
    }
}
