package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells many of one post: those who turned its author's bell on of each new post and video (who follows without the
 * bell finds them in the home timeline), and those who voted of a poll's end. However many they are, a round tells some
 * hundred in a transaction and goes on where it was after a crash.
 */
@Component
class Crowds {

    /** Told in one transaction. */
    private static final int BATCH = 500;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final CrowdStore store;
    private final Notifications notifications;
    private final TransactionTemplate transactions;
    private final Round round;

    Crowds(CrowdStore store, Notifications notifications, TransactionTemplate transactions, Recurring recurring) {
        this.store = store;
        this.notifications = notifications;
        this.transactions = transactions;
        this.round = recurring.every(PAUSE, "crowds", this::run);
    }

    /** In the caller's transaction: those who want to hear of the post will. */
    void ring(Kind kind, AccountId author, PostId post) {
        if (kind != Kind.POLL_ENDED && !store.anyBell(author)) {
            return;
        }
        if (store.insert(kind, author, post)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    round.wake();
                }
            });
        }
    }

    /** Whoever was not told yet will not be. */
    void silence(PostId post) {
        store.delete(post);
    }

    void run() {
        Boolean more;
        do {
            more = transactions.execute(_ -> some());
        } while (Boolean.TRUE.equals(more) && !Thread.currentThread().isInterrupted());
    }

    private boolean some() {
        var next = store.take();
        if (next.isEmpty()) {
            return false;
        }
        var crowd = next.get();
        var people = crowd.kind() == Kind.POLL_ENDED ? store.voters(crowd, BATCH) : store.followers(crowd, BATCH);
        people.forEach(to -> notifications.add(Notification.ofPost(crowd.kind(), to, crowd.author(), crowd.post())));
        if (people.size() < BATCH) {
            store.done(crowd);
        } else {
            store.told(crowd, people.getLast());
        }
        return true;
    }
}
