package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.social.v1.Tie;
import com.socialflow.proto.social.v1.TieChanged;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import java.util.List;
import org.springframework.stereotype.Component;

/** Ties and unties, with the counts and the events that belong to it, in the caller's transaction. */
@Component
class FollowTies {

    private final FollowStore follows;
    private final FollowRequestStore requests;
    private final Tallies tallies;
    private final Outbox outbox;
    private final Ids ids;
    private final List<FollowEnd> ends;

    FollowTies(
            FollowStore follows,
            FollowRequestStore requests,
            Tallies tallies,
            Outbox outbox,
            Ids ids,
            List<FollowEnd> ends) {
        this.follows = follows;
        this.requests = requests;
        this.tallies = tallies;
        this.outbox = outbox;
        this.ids = ids;
        this.ends = List.copyOf(ends);
    }

    /** Whether it was not there before. */
    boolean follow(AccountId follower, AccountId followed, FollowOptions options) {
        return add(follower, followed, options, false);
    }

    private boolean add(AccountId follower, AccountId followed, FollowOptions options, boolean accepted) {
        if (!follows.insert(follower, followed, ids.next(), options)) {
            return false;
        }
        count(follower, followed, 1);
        outbox.append(changed(follower, followed, Tie.FOLLOW, true).toBuilder()
                .setAccepted(accepted)
                .setVideo(video(options))
                .build());
        return true;
    }

    void unfollow(AccountId follower, AccountId followed) {
        follows.delete(follower, followed).ifPresent(options -> {
            count(follower, followed, -1);
            ends.forEach(end -> end.ended(follower, followed));
            outbox.append(changed(follower, followed, Tie.FOLLOW, false).toBuilder()
                    .setVideo(video(options))
                    .build());
        });
    }

    private static long video(FollowOptions options) {
        return options.video() == null ? 0 : options.video().value();
    }

    private void count(AccountId follower, AccountId followed, int delta) {
        tallies.add(follower, Tally.FOLLOWING, delta);
        tallies.add(followed, Tally.FOLLOWERS, delta);
    }

    /** Whether it was not there before. */
    boolean request(AccountId requester, AccountId target, FollowOptions options) {
        if (!requests.insert(requester, target, ids.next(), options)) {
            return false;
        }
        outbox.append(changed(requester, target, Tie.FOLLOW_REQUEST, true));
        return true;
    }

    /** Whether there was a request. */
    boolean withdraw(AccountId requester, AccountId target) {
        if (requests.delete(requester, target).isEmpty()) {
            return false;
        }
        outbox.append(changed(requester, target, Tie.FOLLOW_REQUEST, false));
        return true;
    }

    /** Makes a follow of the request; false when there is none. */
    boolean accept(AccountId requester, AccountId target) {
        var options = requests.delete(requester, target);
        if (options.isEmpty()) {
            return false;
        }
        outbox.append(changed(requester, target, Tie.FOLLOW_REQUEST, false));
        add(requester, target, options.get(), true);
        return true;
    }

    static TieChanged changed(AccountId account, AccountId other, Tie tie, boolean present) {
        return TieChanged.newBuilder()
                .setAccount(account.value())
                .setOther(other.value())
                .setTie(tie)
                .setPresent(present)
                .build();
    }
}
