package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import com.socialflow.social.people.PeopleLocks;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever is private no longer lets everybody in who waits, however many they are. */
@Component
class Openings {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Of one transaction: some tens of milliseconds. */
    private static final int BATCH = 100;

    private static final int PEOPLE_BATCH = 20;

    private final OpeningStore store;
    private final FollowRequestStore requests;
    private final FollowTies ties;
    private final PeopleLocks locks;
    private final TransactionTemplate transactions;
    private final Round round;

    Openings(
            OpeningStore store,
            FollowRequestStore requests,
            FollowTies ties,
            PeopleLocks locks,
            TransactionTemplate transactions,
            Recurring recurring) {
        this.store = store;
        this.requests = requests;
        this.ties = ties;
        this.locks = locks;
        this.transactions = transactions;
        this.round = recurring.every(PAUSE, "openings", this::run);
    }

    /** Notes, in the caller's transaction, that a person is not private: alone, so that nobody is asking just now. */
    boolean add(AccountId account) {
        locks.hold(List.of(account));
        if (requests.oldest(account, 1).isEmpty()) {
            return false;
        }
        store.insert(account);
        return true;
    }

    /** Lets people in at once. */
    void soon() {
        round.wake();
    }

    void run() {
        for (var account : store.some(PEOPLE_BATCH)) {
            while (!Thread.currentThread().isInterrupted() && openSome(account)) {
                // The next ones.
            }
        }
    }

    /** Whether more may wait. */
    private boolean openSome(AccountId account) {
        var more = transactions.execute(_ -> {
            var person = locks.share(List.of(account)).get(account);
            var waiting = requests.oldest(account, BATCH);
            if (person == null || person.privateAccount() || waiting.isEmpty()) {
                store.delete(account);
                return false;
            }
            waiting.forEach(requester -> ties.accept(requester, account));
            return true;
        });
        return Boolean.TRUE.equals(more);
    }
}
