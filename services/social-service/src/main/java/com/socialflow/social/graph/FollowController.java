package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.social.graph.Follows.FollowOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class FollowController {

    /** How a follow stands that is not there yet. */
    record Pending(String state) {}

    private final Follows follows;

    FollowController(Follows follows) {
        this.follows = follows;
    }

    @Permit(value = "follow.put", scope = "profile:write")
    @PutMapping("/accounts/{id}/follow")
    ResponseEntity<Pending> follow(
            @PathVariable AccountId id, @RequestBody(required = false) @Nullable FollowWish wish, Actor actor) {
        return switch (follows.follow(actor.account(), id, wish == null ? FollowWish.NOTHING : wish)) {
            case FollowOutcome.Following() -> ResponseEntity.noContent().build();
            case FollowOutcome.Requested() -> ResponseEntity.accepted().body(new Pending("requested"));
            case FollowOutcome.Oneself() -> throw Problem.unprocessable("oneself", "nobody follows himself or herself");
            case FollowOutcome.NotFound() -> throw Problem.notFound("account");
            case FollowOutcome.TooManyNew(var pause) ->
                throw Problem.tooMany(
                        "too-many-follows",
                        pause.toSeconds() + 1,
                        "at most %d new ones a day: wait before the next",
                        Follows.NEW_ONES.tries());
            case FollowOutcome.TooMany(var limit) ->
                throw Problem.unprocessable(
                        "follows-too-many",
                        "you follow %d people: unfollow some, or have more followers than that",
                        limit);
        };
    }

    @Permit(value = "follow.remove", scope = "profile:write")
    @DeleteMapping("/accounts/{id}/follow")
    ResponseEntity<Void> unfollow(@PathVariable AccountId id, Actor actor) {
        follows.unfollow(actor.account(), id);
        return ResponseEntity.noContent().build();
    }

    /** Who was let in is let out again, and is not told. */
    @Permit(value = "follower.remove", scope = "profile:write")
    @DeleteMapping("/me/followers/{id}")
    ResponseEntity<Void> remove(@PathVariable AccountId id, Actor actor) {
        follows.unfollow(id, actor.account());
        return ResponseEntity.noContent().build();
    }
}
