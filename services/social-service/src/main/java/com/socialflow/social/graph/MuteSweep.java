package com.socialflow.social.graph;

import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes mutes whose time is over. Nobody waits for it: readers look at the time themselves. */
@Component
class MuteSweep {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int BATCH = 1_000;

    private final MuteStore store;
    private final Clock clock;

    MuteSweep(MuteStore store, Clock clock, Recurring recurring) {
        this.store = store;
        this.clock = clock;
        recurring.every(PAUSE, "mute-sweep", this::run);
    }

    void run() {
        int removed;
        do {
            removed = store.deleteEnded(clock.instant(), BATCH);
        } while (removed == BATCH && !Thread.currentThread().isInterrupted());
    }
}
