package com.socialflow.social.images;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.platform.images.ImageWorkshop;
import com.socialflow.platform.images.StoredImages;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.social.posts.ImageId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The transactions of pictures: a row is there exactly as long as its objects are to stay. */
@Component
class ImageRows {

    /** How long a picture may wait for its post. */
    static final Duration LOOSE_MAX = Duration.ofHours(24);

    /** Of one account, had by no post: what 100 drafts and 300 scheduled posts have at most. */
    static final int UNATTACHED_MAX = 1_600;

    private static final Duration PAUSE = Duration.ofMinutes(10);

    /** Bounds a sweep's transaction to some milliseconds. */
    private static final int BATCH = 100;

    private final ImageStore store;
    private final StoredImages stored;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImageRows(
            ImageStore store,
            ImageWorkshop workshop,
            TransactionTemplate transactions,
            Clock clock,
            Recurring recurring) {
        this.store = store;
        this.stored = workshop.of("social");
        this.transactions = transactions;
        this.clock = clock;
        recurring.every(PAUSE, "loose-images", this::sweep);
    }

    /** @throws Problem 422 when this person has too many that no post has */
    void requireRoom(AccountId owner) {
        if (store.countLoose(owner) >= UNATTACHED_MAX) {
            throw Problem.unprocessable("too-many-images", "at most %d images wait for their posts", UNATTACHED_MAX);
        }
    }

    @Transactional
    void add(Image image) {
        stored.keep(image.name());
        store.insert(image, clock.instant());
    }

    Optional<Image> find(ImageId id) {
        return store.find(id);
    }

    @Transactional
    Optional<Image> describe(Image image, String alt) {
        return store.describe(image.id(), image.owner(), alt) ? store.find(image.id()) : Optional.empty();
    }

    @Transactional
    Images.Deletion delete(Image image) {
        var there = store.findForUpdate(image.id()).orElse(null);
        if (there == null) {
            return Images.Deletion.NOT_FOUND;
        }
        if (there.post() != null || store.held(there.id())) {
            return Images.Deletion.IN_USE;
        }
        store.delete(there.id());
        stored.dispose(there.name());
        return Images.Deletion.DELETED;
    }

    /** Removes some pictures of a person who is gone that no post has; the number of them. */
    @Transactional
    int erase(AccountId owner, int limit) {
        var names = store.deleteUnattached(owner, limit);
        names.forEach(stored::dispose);
        return names.size();
    }

    /** Removes what nothing has wanted for long. */
    void sweep() {
        Integer swept;
        do {
            swept = transactions.execute(_ -> {
                var names = store.deleteLoose(clock.instant().minus(LOOSE_MAX), BATCH);
                names.forEach(stored::dispose);
                return names.size();
            });
        } while (swept != null && swept == BATCH && !Thread.currentThread().isInterrupted());
    }
}
