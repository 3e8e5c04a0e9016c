package com.socialflow.social.tallies;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.social.SocialServiceTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TalliesTest extends SocialServiceTest {

    @Autowired
    private Tallies tallies;

    @Test
    void countsAreTheSameBeforeAndAfterFolding() {
        var subject = alice.account();
        tallies.add(subject, Tally.FOLLOWERS, 1);
        tallies.add(subject, Tally.FOLLOWERS, 1);
        tallies.add(subject, Tally.FOLLOWERS, -1);
        tallies.add(subject, Tally.POSTS, 1);

        var before = tallies.of(Set.of(subject)).get(subject.value());
        tallies.fold();
        tallies.add(subject, Tally.FOLLOWERS, 4);
        var after = tallies.of(Set.of(subject)).get(subject.value());

        assertThat(before).containsEntry(Tally.FOLLOWERS, 1L).containsEntry(Tally.POSTS, 1L);
        assertThat(after).containsEntry(Tally.FOLLOWERS, 5L).containsEntry(Tally.POSTS, 1L);
    }
}
