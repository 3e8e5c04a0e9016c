package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.social.v1.Tie;
import com.socialflow.social.people.PeopleLocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Not hearing somebody, for a while or for good. Nobody learns of it, and follows stay. */
@Component
class Mutes {

    /** Of one person, as blocks are. */
    static final int MUTES_MAX = 10_000;

    private final MuteStore store;
    private final PeopleLocks locks;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Mutes(MuteStore store, PeopleLocks locks, Outbox outbox, Ids ids, Clock clock) {
        this.store = store;
        this.locks = locks;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Mutes somebody, or changes until when. False when the person mutes too many.
     *
     * @param length null: until it is taken back
     */
    @Transactional
    boolean mute(AccountId muter, AccountId muted, @Nullable Duration length, boolean notifications) {
        locks.hold(List.of(muter));
        if (store.countOthers(muter, muted, MUTES_MAX) == MUTES_MAX) {
            return false;
        }
        Instant until = length == null ? null : clock.instant().plus(length);
        store.put(muter, new Mute(muted, ids.next(), until, notifications));
        outbox.append(FollowTies.changed(muter, muted, Tie.MUTE, true));
        return true;
    }

    /** Hears somebody again. */
    @Transactional
    void unmute(AccountId muter, AccountId muted) {
        if (store.delete(muter, muted)) {
            outbox.append(FollowTies.changed(muter, muted, Tie.MUTE, false));
        }
    }

    /** Whom a person mutes now, the newest first. */
    Page<Mute> of(AccountId muter, Cursor after, int limit) {
        var rows = store.of(muter, after.positionOr(Long.MAX_VALUE), limit + 1, clock.instant());
        return Page.cut(rows, limit, Mute::position);
    }
}
