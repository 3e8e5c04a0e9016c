package com.socialflow.user.parents;

import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes to parents a second time, a while after they agreed. */
@Component
class SecondLooks {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int BATCH = 50;

    private final ParentalStore store;
    private final Parents parents;
    private final ParentalLetters letters;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SecondLooks(
            ParentalStore store,
            Parents parents,
            ParentalLetters letters,
            TransactionTemplate transactions,
            Clock clock,
            Recurring recurring) {
        this.store = store;
        this.parents = parents;
        this.letters = letters;
        this.transactions = transactions;
        this.clock = clock;
        recurring.every(PAUSE, "parental-second-looks", this::run);
    }

    void run() {
        transactions.executeWithoutResult(_ -> {
            for (var child : store.takeUnconfirmed(clock.instant(), BATCH)) {
                parents.find(child.child()).ifPresent(parent -> letters.confirmed(child, parent));
            }
        });
    }
}
