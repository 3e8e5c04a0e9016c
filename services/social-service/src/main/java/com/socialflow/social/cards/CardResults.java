package com.socialflow.social.cards;

import com.socialflow.core.Problem;
import com.socialflow.platform.images.ImageWorkshop;
import com.socialflow.platform.images.StoredImages;
import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The transactions in which cards get what was fetched, and go when nothing shows them any more. */
@Component
class CardResults {

    private static final Duration PAUSE = Duration.ofHours(1);

    /** Bounds a sweep's transaction to some milliseconds. */
    private static final int BATCH = 100;

    private final CardStore store;
    private final StoredImages images;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CardResults(
            CardStore store,
            ImageWorkshop workshop,
            TransactionTemplate transactions,
            Clock clock,
            Recurring recurring) {
        this.store = store;
        this.images = workshop.of("social");
        this.transactions = transactions;
        this.clock = clock;
        recurring.every(PAUSE, "unused-cards", this::sweep);
    }

    /**
     * What came of fetching.
     *
     * @param preview empty: nothing that can be shown
     * @param picture that was stored for it
     */
    @Transactional
    void settle(long card, Optional<Preview> preview, Optional<String> picture) {
        var before = store.imageForUpdate(card).orElse(null);
        if (before == null) {
            return;
        }
        if (!before.isEmpty()) {
            images.dispose(before);
        }
        store.settle(card, preview.orElse(null), picture.filter(this::kept).orElse(null), clock.instant());
    }

    private boolean kept(String picture) {
        try {
            images.keep(picture);
            return true;
        } catch (Problem tooLate) {
            return false;
        }
    }

    /** Removes what no post shows any more. */
    void sweep() {
        Integer swept;
        do {
            swept = transactions.execute(_ -> {
                List<String> pictures = store.deleteUnused(clock.instant().minus(Cards.KEPT), BATCH);
                pictures.stream().filter(picture -> !picture.isEmpty()).forEach(images::dispose);
                return pictures.size();
            });
        } while (swept != null && swept == BATCH && !Thread.currentThread().isInterrupted());
    }
}
