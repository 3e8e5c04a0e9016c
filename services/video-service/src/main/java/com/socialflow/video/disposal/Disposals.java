package com.socialflow.video.disposal;

import com.socialflow.core.Ids;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import com.socialflow.platform.storage.ObjectStorage;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Removes stored objects: soon after the transaction that asked for it, and once more when no writer can
 * be left that had not heard of it. Survives being killed at any moment.
 */
@Component
public class Disposals {

    private static final Logger log = LoggerFactory.getLogger(Disposals.class);

    /** How late a worker or an upload that is under way may still write: their leases are far shorter. */
    static final Duration LATE_WRITES_MAX = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Removing the objects of one video takes less; after it, another process may try. */
    private static final Duration TURN_MAX = Duration.ofMinutes(5);

    private static final Duration RETRY_FIRST = Duration.ofSeconds(2);
    private static final int RETRY_DOUBLINGS_MAX = 8;
    private static final int BATCH = 20;

    private final DisposalStore store;
    private final ObjectStorage storage;
    private final Ids ids;
    private final Clock clock;
    private final Round round;

    Disposals(DisposalStore store, ObjectStorage storage, Ids ids, Clock clock, Recurring recurring) {
        this.store = store;
        this.storage = storage;
        this.ids = ids;
        this.clock = clock;
        this.round = recurring.every(PAUSE, "disposals", this::sweep);
    }

    /**
     * Has objects removed, if the caller's transaction commits.
     *
     * @param objects one key, or with a slash at its end everything under it
     */
    @Transactional
    public void add(String objects) {
        var now = clock.instant();
        store.insert(new Disposal(ids.next(), objects, 0, now.plus(LATE_WRITES_MAX)), now);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                round.wake();
            }
        });
    }

    /** One pass over everything that is due. */
    void sweep() {
        while (!Thread.currentThread().isInterrupted()) {
            var now = clock.instant();
            var due = store.take(now, now.plus(TURN_MAX), BATCH);
            due.forEach(this::pass);
            if (due.size() < BATCH) {
                return;
            }
        }
    }

    private void pass(Disposal disposal) {
        var now = clock.instant();
        try {
            remove(disposal);
        } catch (RuntimeException e) {
            var retryAt = now.plus(RETRY_FIRST.multipliedBy(1L << Math.min(disposal.attempts(), RETRY_DOUBLINGS_MAX)));
            log.warn("could not remove {} and will again at {}", disposal.objects(), retryAt, e);
            store.postpone(disposal.id(), retryAt);
            return;
        }
        if (now.isBefore(disposal.lastPassAt())) {
            store.postpone(disposal.id(), disposal.lastPassAt());
        } else {
            store.delete(disposal.id());
        }
    }

    private void remove(Disposal disposal) {
        if (disposal.everythingUnder()) {
            storage.deleteAll(disposal.objects());
        } else {
            storage.delete(disposal.objects());
        }
    }
}
