package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.platform.limits.Allowance;
import com.socialflow.platform.limits.Throttle;
import com.socialflow.social.homes.Homes;
import com.socialflow.social.people.People;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Following people. Whoever is private is asked first; whom one blocks, or is blocked by, is not there to be followed.
 */
@Component
class Follows {

    /** Of one person: more than anyone finds worth reading in a day, and too few to sweep the network with. */
    static final Allowance NEW_ONES = new Allowance(400, Duration.ofDays(1));

    private final People people;
    private final FollowChanges changes;
    private final Throttle throttle;
    private final Homes homes;

    Follows(People people, FollowChanges changes, Throttle throttle, Homes homes) {
        this.people = people;
        this.changes = changes;
        this.throttle = throttle;
        this.homes = homes;
    }

    /** Follows, asks to, or changes how somebody is followed. */
    FollowOutcome follow(AccountId follower, AccountId followed, FollowWish wish) {
        if (follower.equals(followed)) {
            return new FollowOutcome.Oneself();
        }
        if (!people.find(Set.of(follower, followed)).containsKey(followed)) {
            return new FollowOutcome.NotFound();
        }
        var present = changes.adjust(follower, followed, wish);
        return present.isPresent() ? present.get() : begin(follower, followed, wish);
    }

    private FollowOutcome begin(AccountId follower, AccountId followed, FollowWish wish) {
        var options = wish.begin();
        var key = "follow:" + follower;
        var wait = throttle.take(key, NEW_ONES);
        if (!wait.isZero()) {
            return new FollowOutcome.TooManyNew(wait);
        }
        var outcome = changes.begin(follower, followed, options);
        var begun = outcome instanceof FollowOutcome.Following || outcome instanceof FollowOutcome.Requested;
        if (!begun) {
            throttle.giveBack(key);
        }
        homes.forget(follower);
        return outcome;
    }

    /** Follows no longer, nor asks to; nothing when neither was so. */
    void unfollow(AccountId follower, AccountId followed) {
        changes.end(follower, followed);
    }

    sealed interface FollowOutcome {
        record Following() implements FollowOutcome {}

        /** The person is private and will answer. */
        record Requested() implements FollowOutcome {}

        record Oneself() implements FollowOutcome {}

        /** Unknown, hidden or blocked, which look the same. */
        record NotFound() implements FollowOutcome {}

        record TooManyNew(Duration pause) implements FollowOutcome {}

        record TooMany(long limit) implements FollowOutcome {}
    }
}
