package com.socialflow.social.personal;

import com.socialflow.core.AccountId;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases what people left here who are gone: feature by feature in small transactions, however much there is and
 * however often this process is killed meanwhile.
 */
@Component
class Erasures {

    /** Rows of a table in one transaction: some tens of milliseconds. */
    static final int BATCH = 500;

    /** Until somebody looks again whether anything is left; longer than a request that was under way. */
    static final Duration TURN = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PEOPLE_BATCH = 10;

    private final ErasureStore store;
    private final List<PersonalData> features;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Round round;

    Erasures(
            ErasureStore store,
            List<PersonalData> features,
            TransactionTemplate transactions,
            Clock clock,
            Recurring recurring) {
        this.store = store;
        this.features = List.copyOf(features);
        this.transactions = transactions;
        this.clock = clock;
        this.round = recurring.every(PAUSE, "social-erasures", this::run);
    }

    /** Notes, in the caller's transaction, that this person is gone. */
    void add(AccountId account) {
        store.insert(account, clock.instant());
    }

    /** Looks at once who is gone. */
    void soon() {
        round.wake();
    }

    void run() {
        var now = clock.instant();
        for (var account : store.take(now, now.plus(TURN), PEOPLE_BATCH)) {
            try {
                erase(account);
            } catch (RuntimeException e) {
                log.error("account {} could not be erased here and will be tried again", account, e);
            }
        }
    }

    /** The row stays until nothing is found any more: a request that was under way may have added something. */
    private void erase(AccountId account) {
        var found = 0;
        for (var feature : features) {
            for (var more = some(feature, account); more > 0; more = some(feature, account)) {
                found += more;
                store.postpone(account, clock.instant().plus(TURN));
            }
        }
        if (found == 0) {
            store.delete(account);
            log.info("account {} was erased here", account);
        }
    }

    /** Interrupted, the row is left to the next who looks. */
    private int some(PersonalData feature, AccountId account) {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("stopped while erasing");
        }
        Integer found = transactions.execute(_ -> feature.erase(account, BATCH));
        return found == null ? 0 : found;
    }
}
