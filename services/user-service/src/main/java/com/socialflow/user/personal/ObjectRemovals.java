package com.socialflow.user.personal;

import static com.socialflow.core.Require.require;

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
 * Removes stored objects of people: soon after the transaction that asked for it, and once more when no writer can be
 * left. Survives being killed at any moment.
 */
@Component
public class ObjectRemovals {

    /** Longer than any lease under which something of a person is written. */
    static final Duration LATE_WRITES_MAX = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(ObjectRemovals.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** After it, another process may try. */
    private static final Duration TURN_MAX = Duration.ofMinutes(5);

    private static final int BATCH = 20;

    private final ObjectRemovalStore store;
    private final ObjectStorage storage;
    private final Ids ids;
    private final Clock clock;
    private final Round round;

    ObjectRemovals(ObjectRemovalStore store, ObjectStorage storage, Ids ids, Clock clock, Recurring recurring) {
        this.store = store;
        this.storage = storage;
        this.ids = ids;
        this.clock = clock;
        this.round = recurring.every(PAUSE, "object-removals", this::sweep);
    }

    /**
     * Has objects removed, if the caller's transaction commits.
     *
     * @param objects one key, or with a slash at its end everything under it
     */
    @Transactional
    public void add(String objects) {
        require(objects.indexOf('/') > 0 && objects.indexOf('/') < objects.length() - 1, "too wide: %s", objects);
        var now = clock.instant();
        store.insert(ids.next(), objects, now, now.plus(LATE_WRITES_MAX));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                round.wake();
            }
        });
    }

    /** One pass over everything that is due. */
    public void sweep() {
        while (!Thread.currentThread().isInterrupted()) {
            var now = clock.instant();
            var due = store.take(now, now.plus(TURN_MAX), BATCH);
            due.forEach(this::pass);
            if (due.size() < BATCH) {
                return;
            }
        }
    }

    private void pass(ObjectRemovalStore.Removal removal) {
        var now = clock.instant();
        try {
            if (removal.objects().endsWith("/")) {
                storage.deleteAll(removal.objects());
            } else {
                storage.delete(removal.objects());
            }
        } catch (RuntimeException e) {
            log.warn("could not remove {} and will again in {}", removal.objects(), TURN_MAX, e);
            return;
        }
        if (now.isBefore(removal.lastPassAt())) {
            store.postpone(removal.id(), removal.lastPassAt());
        } else {
            store.delete(removal.id());
        }
    }
}
