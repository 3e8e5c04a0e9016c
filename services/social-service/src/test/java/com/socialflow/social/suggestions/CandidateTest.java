package com.socialflow.social.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateTest {

    private static Candidate candidate(long id, int links, long followers) {
        return new Candidate(new AccountId(id), links, followers);
    }

    @Test
    void moreLinksAreBetterAndWhomEverybodyFollowsIsWorse() {
        var friend = candidate(1, 4, 30);
        var closerFriend = candidate(2, 6, 30);
        var celebrity = candidate(3, 6, 1_000_000);

        assertThat(Candidate.best(List.of(celebrity, friend, closerFriend), 3))
                .containsExactly(closerFriend, friend, celebrity);
        assertThat(Candidate.best(List.of(celebrity, friend, closerFriend), 1)).containsExactly(closerFriend);
    }

    @Test
    void ofEqualOnesTheOlderAccountComesFirst() {
        assertThat(Candidate.best(List.of(candidate(9, 1, 5), candidate(8, 1, 5)), 2))
                .extracting(candidate -> candidate.account().value())
                .containsExactly(8L, 9L);
    }
}
