package com.socialflow.social.scheduled;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.Problem;
import com.socialflow.social.images.PostImages;
import com.socialflow.social.people.PeopleLocks;
import com.socialflow.social.posts.Attachment;
import com.socialflow.social.posts.Draft;
import com.socialflow.social.posts.ImageId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of posts that wait. One that is published goes in the transaction in which its post comes. */
@Component
class ScheduledRows implements Attachment {

    /** What is being published by this thread, when it is something that waited. */
    static final ScopedValue<Scheduled> PUBLISHING = ScopedValue.newInstance();

    private final ScheduledStore store;
    private final PostImages images;
    private final PeopleLocks locks;
    private final Clock clock;

    ScheduledRows(ScheduledStore store, PostImages images, PeopleLocks locks, Clock clock) {
        this.store = store;
        this.images = images;
        this.locks = locks;
        this.clock = clock;
    }

    /** False when there are too many. */
    @Transactional
    boolean add(Scheduled post, List<ImageId> pictures) {
        locks.hold(Set.of(post.owner()));
        if (store.count(post.owner()) >= ScheduledPosts.WAITING_MAX) {
            return false;
        }
        store.insert(post);
        images.hold(post.id().value(), post.owner(), pictures);
        return true;
    }

    /** False when it is gone or changed meanwhile. */
    @Transactional
    boolean change(Scheduled post, String content, Instant at, List<ImageId> pictures) {
        if (!store.update(post, content, at, clock.instant())) {
            return false;
        }
        images.hold(post.id().value(), post.owner(), pictures);
        return true;
    }

    @Transactional
    boolean delete(ScheduledId id) {
        images.release(id.value());
        return store.delete(id);
    }

    /** Deletes some posts of a person who is gone; the number of them. */
    @Transactional
    int erase(AccountId owner, int limit) {
        var posts = store.page(owner, Long.MAX_VALUE, limit);
        posts.forEach(post -> delete(post.id()));
        return posts.size();
    }

    /**
     * The waiting row goes with the coming of its post.
     *
     * @throws Problem 409 when it is gone or changed since it was taken: nothing is published then
     */
    @Override
    public void attach(PostId post, AccountId author, Draft draft) {
        if (PUBLISHING.isBound()) {
            var waited = PUBLISHING.get();
            if (!store.delete(waited.id(), waited.version())) {
                throw ScheduledPosts.changedMeanwhile();
            }
            images.release(waited.id().value());
        }
    }

    @Override
    public void detach(PostId post) {
        // What waited is gone since the post came.
    }
}
