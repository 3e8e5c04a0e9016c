package com.socialflow.social.drafts;

import com.socialflow.core.AccountId;
import com.socialflow.social.images.PostImages;
import com.socialflow.social.people.PeopleLocks;
import com.socialflow.social.posts.ImageId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of drafts: a draft has its pictures kept. */
@Component
class DraftRows {

    private final SavedDraftStore store;
    private final PostImages images;
    private final PeopleLocks locks;
    private final Clock clock;

    DraftRows(SavedDraftStore store, PostImages images, PeopleLocks locks, Clock clock) {
        this.store = store;
        this.images = images;
        this.locks = locks;
        this.clock = clock;
    }

    /** False when there are too many. */
    @Transactional
    boolean add(SavedDraft draft, List<ImageId> pictures) {
        locks.hold(Set.of(draft.owner()));
        if (store.count(draft.owner()) >= Drafts.DRAFTS_MAX) {
            return false;
        }
        store.insert(draft);
        images.hold(draft.id().value(), draft.owner(), pictures);
        return true;
    }

    @Transactional
    Optional<SavedDraft> replace(SavedDraft draft, String content, List<ImageId> pictures) {
        if (!store.update(draft.id(), content, clock.instant())) {
            return Optional.empty();
        }
        images.hold(draft.id().value(), draft.owner(), pictures);
        return store.find(draft.id());
    }

    @Transactional
    boolean delete(DraftId id) {
        images.release(id.value());
        return store.delete(id);
    }

    /** Deletes some drafts of a person who is gone; the number of them. */
    @Transactional
    int erase(AccountId owner, int limit) {
        var drafts = store.page(owner, Long.MAX_VALUE, limit);
        drafts.forEach(draft -> delete(draft.id()));
        return drafts.size();
    }
}
