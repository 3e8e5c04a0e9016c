package com.socialflow.social.notifications;

import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away what is old, and what is left of posts that are gone. */
@Component
class NotificationSweep {

    /** How long somebody finds what he or she was told of. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final Duration LEFTOVERS_EVERY = Duration.ofSeconds(10);

    /** Rows of one transaction, each with its people. */
    private static final int BATCH = 1_000;

    private final NotificationStore store;
    private final LeftoverStore leftovers;
    private final TransactionTemplate transactions;
    private final Clock clock;

    NotificationSweep(
            NotificationStore store,
            LeftoverStore leftovers,
            TransactionTemplate transactions,
            Recurring recurring,
            Clock clock) {
        this.store = store;
        this.leftovers = leftovers;
        this.transactions = transactions;
        this.clock = clock;
        recurring.every(PERIOD, "notification-sweep", this::old);
        recurring.every(LEFTOVERS_EVERY, "notification-leftovers", this::leftovers);
    }

    void old() {
        var before = clock.instant().minus(KEPT);
        while (store.deleteBefore(before, BATCH) == BATCH
                && !Thread.currentThread().isInterrupted()) {
            // Each batch is a transaction of its own.
        }
    }

    void leftovers() {
        Boolean more;
        do {
            more = transactions.execute(_ -> some());
        } while (Boolean.TRUE.equals(more) && !Thread.currentThread().isInterrupted());
    }

    private boolean some() {
        var posts = leftovers.take(1);
        for (var post : posts) {
            if (leftovers.delete(post, BATCH) < BATCH) {
                leftovers.done(post);
            }
        }
        return !posts.isEmpty();
    }
}
