package com.socialflow.social.timelines;

import com.socialflow.core.AccountId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far people have read their timelines, so that another device goes on from there. */
@Component
class ReadPositions {

    /** Of one person: some devices with home, some lists and hashtags each. */
    static final int POSITIONS_MAX = 500;

    /** Of one timeline. */
    static final int DEVICES_MAX = 20;

    private final ReadPositionStore store;
    private final Clock clock;

    ReadPositions(ReadPositionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Notes it; beyond the limit the oldest is forgotten. */
    @Transactional
    void put(AccountId account, String timeline, String device, long position) {
        store.put(account, timeline, new ReadPosition(device, position, clock.instant()));
        store.trim(account, POSITIONS_MAX);
    }

    /** Those of a timeline, the last written first. */
    List<ReadPosition> of(AccountId account, String timeline) {
        return store.of(account, timeline, DEVICES_MAX);
    }
}
