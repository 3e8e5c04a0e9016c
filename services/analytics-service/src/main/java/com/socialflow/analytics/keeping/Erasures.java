package com.socialflow.analytics.keeping;

import com.socialflow.core.AccountId;
import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases the numbers of people who are gone, a video in a transaction. Of those who watched nothing is here that names
 * them: sketches hold hashes whose salts are destroyed.
 */
@Component
class Erasures {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int PEOPLE_BATCH = 10;
    private static final int VIDEOS_BATCH = 100;
    private static final Logger log = LoggerFactory.getLogger(Erasures.class);

    private final SweepStore store;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Erasures(SweepStore store, TransactionTemplate transactions, Clock clock, Recurring recurring) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        recurring.every(EVERY, "analytics-erasures", this::run);
    }

    /** Notes, in the caller's transaction, that this person is gone. */
    void add(AccountId account) {
        store.insertErasure(account, clock.instant());
    }

    void run() {
        for (var account : store.erasures(PEOPLE_BATCH)) {
            erase(account);
        }
    }

    private void erase(AccountId account) {
        for (var videos = store.videosOf(account, VIDEOS_BATCH);
                !videos.isEmpty();
                videos = store.videosOf(account, VIDEOS_BATCH)) {
            for (var video : videos) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                transactions.executeWithoutResult(_ -> store.deleteVideo(video));
            }
        }
        transactions.executeWithoutResult(_ -> {
            store.deleteChannel(account);
            store.deleteErasure(account);
        });
        log.info("account {} was erased here", account);
    }
}
