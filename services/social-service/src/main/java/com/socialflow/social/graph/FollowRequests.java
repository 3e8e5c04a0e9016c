package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Page;
import com.socialflow.social.graph.FollowStore.Entry;
import com.socialflow.social.homes.Homes;
import com.socialflow.social.people.PeopleLocks;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who asks a private person to be let in, and the answers. */
@Component
class FollowRequests {

    private final FollowRequestStore store;
    private final FollowTies ties;
    private final PeopleLocks locks;
    private final Homes homes;

    FollowRequests(FollowRequestStore store, FollowTies ties, PeopleLocks locks, Homes homes) {
        this.store = store;
        this.ties = ties;
        this.locks = locks;
        this.homes = homes;
    }

    /** Who waits, the newest first. */
    Page<Entry> of(AccountId target, Cursor after, int limit) {
        return Page.cut(store.of(target, after.positionOr(Long.MAX_VALUE), limit + 1), limit, Entry::position);
    }

    /** Lets somebody in; false when he or she does not ask, or no longer. */
    @Transactional
    boolean accept(AccountId target, AccountId requester) {
        locks.share(List.of(target, requester));
        homes.forget(requester);
        return ties.accept(requester, target);
    }

    /** Lets somebody not in, who is not told; false when there is no request. */
    @Transactional
    boolean reject(AccountId target, AccountId requester) {
        return ties.withdraw(requester, target);
    }
}
