package com.socialflow.social.threads;

import com.socialflow.core.PostId;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.social.tallies.Tallies;
import com.socialflow.social.tallies.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the boosts by which long lists of replies and comments are sorted. Nobody who likes waits for a post's row. */
@Component
class Boosts {

    /** So long a new order takes to show. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Bounds a transaction to some milliseconds. */
    private static final int BATCH = 500;

    private final BoostStore store;
    private final Tallies tallies;
    private final TransactionTemplate transactions;

    Boosts(BoostStore store, Tallies tallies, TransactionTemplate transactions, Recurring recurring) {
        this.store = store;
        this.tallies = tallies;
        this.transactions = transactions;
        recurring.every(PAUSE, "boosts", this::run);
    }

    void run() {
        Integer done;
        do {
            done = transactions.execute(_ -> batch());
        } while (done != null && done == BATCH && !Thread.currentThread().isInterrupted());
    }

    private int batch() {
        var due = store.take(BATCH);
        if (!due.isEmpty()) {
            var counts = tallies.of(due);
            store.boost(due, due.stream().mapToLong(id -> boost(id, counts)).toArray());
        }
        return due.size();
    }

    private static long boost(PostId id, Map<Long, Map<Tally, Long>> counts) {
        return Relevance.boost(counts.getOrDefault(id.value(), Map.of()).getOrDefault(Tally.LIKES, 0L));
    }

    /** Computes the boost of these posts at once. */
    void refresh(List<PostId> posts) {
        transactions.executeWithoutResult(_ -> posts.forEach(store::due));
        run();
    }
}
