package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.social.v1.Tie;
import com.socialflow.social.graph.FollowStore.Entry;
import com.socialflow.social.people.PeopleLocks;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Blocking: neither follows the other any more, nor asks to, and the two don't see each other. */
@Component
class Blocks {

    /** Of one person; who needs more is helped better by other means. */
    static final int BLOCKS_MAX = 10_000;

    private final BlockStore store;
    private final FollowTies ties;
    private final PeopleLocks locks;
    private final Outbox outbox;
    private final Ids ids;

    Blocks(BlockStore store, FollowTies ties, PeopleLocks locks, Outbox outbox, Ids ids) {
        this.store = store;
        this.ties = ties;
        this.locks = locks;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Blocks somebody. The caller has made sure that the person is known here. */
    @Transactional
    BlockOutcome block(AccountId blocker, AccountId blocked) {
        if (locks.hold(List.of(blocker, blocked)).size() < 2) {
            return new BlockOutcome.NotFound();
        }
        if (!store.insert(blocker, blocked, ids.next())) {
            return new BlockOutcome.Blocked();
        }
        if (store.count(blocker, BLOCKS_MAX + 1) > BLOCKS_MAX) {
            store.delete(blocker, blocked);
            return new BlockOutcome.TooMany();
        }
        ties.unfollow(blocker, blocked);
        ties.unfollow(blocked, blocker);
        ties.withdraw(blocker, blocked);
        ties.withdraw(blocked, blocker);
        outbox.append(FollowTies.changed(blocker, blocked, Tie.BLOCK, true));
        return new BlockOutcome.Blocked();
    }

    /** Blocks no longer; nobody follows again by it. */
    @Transactional
    void unblock(AccountId blocker, AccountId blocked) {
        if (store.delete(blocker, blocked)) {
            outbox.append(FollowTies.changed(blocker, blocked, Tie.BLOCK, false));
        }
    }

    /** Whom a person blocks, the newest first. */
    Page<Entry> of(AccountId blocker, Cursor after, int limit) {
        return Page.cut(store.of(blocker, after.positionOr(Long.MAX_VALUE), limit + 1), limit, Entry::position);
    }

    sealed interface BlockOutcome {
        record Blocked() implements BlockOutcome {}

        record NotFound() implements BlockOutcome {}

        record TooMany() implements BlockOutcome {}
    }
}
