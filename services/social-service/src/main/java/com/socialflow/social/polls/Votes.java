package com.socialflow.social.polls;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of votes: a vote and what it counts are there together or not at all. */
@Component
class Votes {

    private final PollStore store;
    private final Tallies tallies;
    private final Clock clock;

    Votes(PollStore store, Tallies tallies, Clock clock) {
        this.store = store;
        this.tallies = tallies;
        this.clock = clock;
    }

    /** What came of a vote. */
    enum Cast {
        COUNTED,
        NO_POLL,
        OVER,
        /** None of the options, one twice, or more than one may choose. */
        NOT_A_CHOICE,
        ALREADY
    }

    @Transactional
    Cast cast(PostId post, AccountId voter, List<Integer> choices) {
        var poll = store.findForVote(post).orElse(null);
        if (poll == null) {
            return Cast.NO_POLL;
        }
        if (poll.over(clock.instant())) {
            return Cast.OVER;
        }
        if (!poll.takes(choices)) {
            return Cast.NOT_A_CHOICE;
        }
        if (!store.insertVote(post, voter, choices)) {
            return Cast.ALREADY;
        }
        count(post, choices, 1);
        return Cast.COUNTED;
    }

    /** Takes back some of the votes of a person who is gone; the number of them. */
    @Transactional
    int withdraw(AccountId voter, int limit) {
        var votes = store.deleteVotes(voter, limit);
        votes.forEach(vote -> count(vote.post(), vote.choices(), -1));
        return votes.size();
    }

    private void count(PostId post, List<Integer> choices, int delta) {
        tallies.add(post, Tally.VOTERS, delta);
        choices.forEach(choice -> tallies.add(post, Poll.tally(choice), delta));
    }
}
