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

class OpeningTest extends GraphTest {

    @Autowired
    private List<Subscriber> subscribers;

    @Autowired
    private Openings openings;

    @Autowired
    private TransactionTemplate transactions;

    private void tell(Person person, boolean privateNow) {
        var profile = Profile.newBuilder()
                .setAccount(person.account().value())
                .setUsername("carol" + person.account())
                .setDisplayName("Carol")
                .setPrivateAccount(privateNow)
                .build();
        accounts.put(profile);
        Delivery.of(
                AccountChanged.newBuilder()
                        .setAccount(person.account().value())
                        .setProfile(profile)
                        .build(),
                transactions,
                subscribers.toArray(Subscriber[]::new));
    }

    @Test
    void whoeverIsPrivateNoLongerLetsEverybodyIn() {
        var carol = privatePerson("carol");
        follow(alice, carol);
        follow(bob, carol);

        tell(carol, true);
        openings.run();
        assertThat(count(carol, Tally.FOLLOWERS)).isZero();

        tell(carol, false);
        openings.run();

        eventually("all are let in", () -> count(carol, Tally.FOLLOWERS) == 2);
        assertThat(relation(alice, carol).path("following").asBoolean()).isTrue();
        assertThat(relation(alice, carol).path("requested").asBoolean()).isFalse();
        assertThat(follow(person("dave"), carol).status()).isEqualTo(204);
    }

    @Test
    void whoeverBecomesPrivateAgainKeepsPeopleWaiting() {
        var carol = privatePerson("carol");
        follow(alice, carol);
        jdbc.sql("INSERT INTO social.opening (account_id) VALUES (?)")
                .param(carol.account().value())
                .update();

        openings.run();

        assertThat(relation(alice, carol).path("requested").asBoolean()).isTrue();
    }
}
