package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.social.graph.Follows.FollowOutcome;
import com.socialflow.social.people.PeopleLocks;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transactions of following. Both people are held, shared with other followers and not with blocks: a follow and a
 * block of the same two never come about side by side.
 */
@Component
class FollowChanges {

    /** Whom one person follows at most, or as many as follow that person when they are more: mere collectors stop. */
    static final int FOLLOWED_MAX = 7_500;

    private final PeopleLocks locks;
    private final FollowStore follows;
    private final FollowRequestStore requests;
    private final BlockStore blocks;
    private final FollowTies ties;
    private final Tallies tallies;

    FollowChanges(
            PeopleLocks locks,
            FollowStore follows,
            FollowRequestStore requests,
            BlockStore blocks,
            FollowTies ties,
            Tallies tallies) {
        this.locks = locks;
        this.follows = follows;
        this.requests = requests;
        this.blocks = blocks;
        this.ties = ties;
        this.tallies = tallies;
    }

    /** Changes how somebody is followed, or will be; empty when there is neither a follow nor a request. */
    @Transactional
    Optional<FollowOutcome> adjust(AccountId follower, AccountId followed, FollowWish wish) {
        var follow = follows.options(follower, followed);
        if (follow.isPresent()) {
            if (!wish.onto(follow.get()).equals(follow.get())) {
                follows.set(follower, followed, wish.onto(follow.get()));
            }
            return Optional.of(new FollowOutcome.Following());
        }
        var request = requests.options(follower, followed);
        if (request.isPresent()) {
            requests.set(follower, followed, wish.onto(request.get()));
            return Optional.of(new FollowOutcome.Requested());
        }
        return Optional.empty();
    }

    @Transactional
    FollowOutcome begin(AccountId follower, AccountId followed, FollowOptions options) {
        var people = locks.share(List.of(follower, followed));
        var target = people.get(followed);
        if (target == null || target.hidden() || !people.containsKey(follower) || blocks.between(follower, followed)) {
            return new FollowOutcome.NotFound();
        }
        var counts = tallies.of(Set.of(follower)).getOrDefault(follower.value(), Map.of());
        var limit = Math.max(FOLLOWED_MAX, counts.getOrDefault(Tally.FOLLOWERS, 0L));
        if (counts.getOrDefault(Tally.FOLLOWING, 0L) >= limit) {
            return new FollowOutcome.TooMany(limit);
        }
        if (target.privateAccount()) {
            ties.request(follower, followed, options);
            return new FollowOutcome.Requested();
        }
        ties.follow(follower, followed, options);
        return new FollowOutcome.Following();
    }

    @Transactional
    void end(AccountId follower, AccountId followed) {
        ties.unfollow(follower, followed);
        ties.withdraw(follower, followed);
    }
}
