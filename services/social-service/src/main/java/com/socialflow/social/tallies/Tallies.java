package com.socialflow.social.tallies;

import com.socialflow.core.Id;
import com.socialflow.platform.recurring.Recurring;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exact counts. A change adds a delta in its own transaction; readers sum what is folded and what is not; a round
 * folds.
 */
@Component
public class Tallies {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Bounds a fold's transaction to some milliseconds. */
    private static final int FOLD_MAX = 5_000;

    private final TallyStore store;
    private final TransactionTemplate transactions;

    Tallies(TallyStore store, TransactionTemplate transactions, Recurring recurring) {
        this.store = store;
        this.transactions = transactions;
        recurring.every(PAUSE, "tallies", this::fold);
    }

    /** Counts one more, or one less, in the caller's transaction. */
    public void add(Id subject, Tally what, int delta) {
        store.insert(subject.value(), what, delta);
    }

    /** The counts of each subject; what was never counted is absent. Ids of different kinds never meet. */
    public Map<Long, Map<Tally, Long>> of(Collection<? extends Id> subjects) {
        var found = new HashMap<Long, Map<Tally, Long>>();
        store.sums(subjects.stream().mapToLong(Id::value).toArray())
                .forEach(sum -> found.computeIfAbsent(sum.subject(), _ -> new EnumMap<>(Tally.class))
                        .put(sum.what(), sum.count()));
        return found;
    }

    /** Forgets the counts of something that is gone, in the caller's transaction; gives how many rows that took. */
    public int forget(Id subject) {
        return store.delete(subject.value());
    }

    void fold() {
        Integer folded;
        do {
            folded = transactions.execute(_ -> store.fold(FOLD_MAX));
        } while (folded != null && folded == FOLD_MAX && !Thread.currentThread().isInterrupted());
    }
}
