package com.socialflow.platform.images;

import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import com.socialflow.platform.storage.ObjectStorage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Removes stored images whose time has come, however often this process is killed meanwhile. */
final class ImageDisposals {

    private static final Logger log = LoggerFactory.getLogger(ImageDisposals.class);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Removing one image takes less; after it, another process may try. */
    private static final Duration TURN_MAX = Duration.ofMinutes(5);

    private static final Duration RETRY_FIRST = Duration.ofSeconds(2);
    private static final int RETRY_DOUBLINGS_MAX = 8;
    private static final int BATCH = 20;

    private final ImageDisposalStore store;
    private final ObjectStorage storage;
    private final Clock clock;
    private final Round round;

    ImageDisposals(String service, JdbcClient jdbc, ObjectStorage storage, Clock clock, Recurring recurring) {
        this.store = new ImageDisposalStore(jdbc, service);
        this.storage = storage;
        this.clock = clock;
        this.round = recurring.every(PAUSE, service + "-image-disposals", this::sweep);
    }

    /** Has an image removed at that time or soon after; if the caller has a transaction, when that commits. */
    void add(String image, Instant at) {
        store.insert(image, at);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            round.wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                round.wake();
            }
        });
    }

    /** Has an image stay; false when its removal has begun. */
    boolean withdraw(String image) {
        return store.withdraw(image);
    }

    /** One pass over everything that is due. */
    void sweep() {
        while (!Thread.currentThread().isInterrupted()) {
            var now = clock.instant();
            var due = store.take(now, now.plus(TURN_MAX), BATCH);
            due.forEach(image -> remove(image, now));
            if (due.size() < BATCH) {
                return;
            }
        }
    }

    private void remove(ImageDisposalStore.Due due, Instant now) {
        try {
            storage.deleteAll(ImageNames.folder(due.image()));
            store.delete(due.image());
        } catch (RuntimeException e) {
            var retryAt = now.plus(RETRY_FIRST.multipliedBy(1L << Math.min(due.attempts(), RETRY_DOUBLINGS_MAX)));
            log.warn("could not remove image {} and will again at {}", due.image(), retryAt, e);
            store.postpone(due.image(), retryAt);
        }
    }
}
