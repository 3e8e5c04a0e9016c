package com.socialflow.social.polls;

import com.socialflow.core.PostId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.social.polls.Voting.VoteOutcome;
import com.socialflow.social.views.PollView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PollController {

    private final Voting voting;

    PollController(Voting voting) {
        this.voting = voting;
    }

    /** @param choices options, from 0 on */
    record Ballot(@Nullable List<@Nullable Integer> choices) {}

    @Permit(value = "poll.vote", scope = "posts:write")
    @PostMapping("/api/v1/posts/{id}/poll/votes")
    PollView vote(@PathVariable PostId id, @RequestBody Ballot ballot, Actor actor) {
        var choices = ballot.choices();
        if (choices == null || choices.contains(null)) {
            throw notAChoice();
        }
        return switch (voting.vote(id, actor, List.copyOf(choices))) {
            case VoteOutcome.Voted(var poll) -> poll;
            case VoteOutcome.NotFound() -> throw Problem.notFound("poll");
            case VoteOutcome.Own() -> throw Problem.forbidden("the author of a poll does not vote in it");
            case VoteOutcome.Over() -> throw Problem.conflict("poll-over", "this poll is over");
            case VoteOutcome.NotAChoice() -> throw notAChoice();
            case VoteOutcome.Already() -> throw Problem.conflict("voted-already", "a vote stays as it was given");
        };
    }

    private static Problem notAChoice() {
        return Problem.invalid("choices", "choice", "options of this poll, from 0 on; one, unless it takes several");
    }
}
