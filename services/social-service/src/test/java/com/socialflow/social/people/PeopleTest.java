package com.socialflow.social.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.social.SocialServiceTest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleTest extends SocialServiceTest {

    @Autowired
    private People people;

    @Test
    void asksOnceForWhomNothingWasTold() {
        var before = accounts.calls();

        people.find(Set.of(alice.account(), bob.account()));
        people.find(Set.of(alice.account(), bob.account()));

        assertThat(accounts.calls() - before).isEqualTo(1);
    }

    @Test
    void findsPeopleByTheirNamesInAnyCase() {
        var name = "ALICE" + alice.account();

        var found = people.named(List.of(name, "nobody"));

        assertThat(found).containsOnlyKeys(name.toLowerCase(Locale.ROOT));
    }
}
