package com.socialflow.social.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.proto.user.v1.AccountChanged;
import com.socialflow.proto.user.v1.Profile;
import com.socialflow.social.Delivery;
import com.socialflow.social.tallies.Tally;
import com.socialflow.testkit.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class SuspensionTest extends GraphTest {

    @Autowired
    private List<Subscriber> subscribers;

    @Autowired
    private TransactionTemplate transactions;

    private void tell(Person person, boolean hidden) {
        var profile = Profile.newBuilder()
                .setAccount(person.account().value())
                .setUsername("erin" + person.account())
                .build();
        Delivery.of(
                AccountChanged.newBuilder()
                        .setAccount(person.account().value())
                        .setProfile(profile)
                        .setHidden(hidden)
                        .build(),
                transactions,
                subscribers.toArray(Subscriber[]::new));
    }

    @Test
    void whoeverIsSuspendedIsNotThereUntilRestored() {
        var erin = person("erin");
        follow(erin, alice);
        follow(alice, erin);

        tell(erin, true);

        assertThat(follow(bob, erin).status()).isEqualTo(404);
        assertThat(block(bob, erin).status()).isEqualTo(404);
        assertThat(http.get(of(erin) + "/social", bob).status()).isEqualTo(404);
        assertThat(ids(http.get(of(alice) + "/followers", bob))).isEmpty();
        assertThat(http.delete(of(erin) + "/follow", alice).status()).isEqualTo(204);
        assertThat(count(alice, Tally.FOLLOWING)).isZero();

        tell(erin, false);

        assertThat(ids(http.get(of(alice) + "/followers", bob)))
                .containsExactly(erin.account().toString());
        assertThat(follow(bob, erin).status()).isEqualTo(204);
    }
}
