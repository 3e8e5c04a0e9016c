package com.socialflow.social.polls;

import com.socialflow.core.PostId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permits;
import com.socialflow.platform.policy.Resource;
import com.socialflow.social.rules.PostState;
import com.socialflow.social.views.PollView;
import com.socialflow.social.views.Sight;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Voting: whoever sees the post may, once, but its author. */
@Component
class Voting {

    private final Sight sight;
    private final Votes votes;
    private final Polls polls;
    private final Permits permits;

    Voting(Sight sight, Votes votes, Polls polls, Permits permits) {
        this.sight = sight;
        this.votes = votes;
        this.polls = polls;
        this.permits = permits;
    }

    /** What came of a vote. */
    sealed interface VoteOutcome {
        record Voted(PollView poll) implements VoteOutcome {}

        record NotFound() implements VoteOutcome {}

        /** The author sees the result anyway. */
        record Own() implements VoteOutcome {}

        record Over() implements VoteOutcome {}

        record NotAChoice() implements VoteOutcome {}

        record Already() implements VoteOutcome {}
    }

    /** @param choices options, from 0 on */
    VoteOutcome vote(PostId id, Actor actor, List<Integer> choices) {
        var viewer = Optional.of(actor.account());
        var post = sight.find(id, viewer)
                .map(Sight.Seen::post)
                .filter(seen -> seen.state() == PostState.PUBLISHED && seen.withPoll())
                .orElse(null);
        if (post == null) {
            return new VoteOutcome.NotFound();
        }
        var resource = Resource.of("Post", id).with("owner", post.author());
        if (!permits.allows(Optional.of(actor), "poll.vote", resource)) {
            return new VoteOutcome.Own();
        }
        return switch (votes.cast(id, actor.account(), choices)) {
            case COUNTED -> {
                var poll = polls.of(List.of(id), viewer).get(id);
                yield poll == null ? new VoteOutcome.NotFound() : new VoteOutcome.Voted(poll);
            }
            case NO_POLL -> new VoteOutcome.NotFound();
            case OVER -> new VoteOutcome.Over();
            case NOT_A_CHOICE -> new VoteOutcome.NotAChoice();
            case ALREADY -> new VoteOutcome.Already();
        };
    }
}
