package com.socialflow.social.images;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.Problem;
import com.socialflow.platform.images.ImageWorkshop;
import com.socialflow.platform.images.StoredImages;
import com.socialflow.social.posts.AltTexts;
import com.socialflow.social.posts.Attachment;
import com.socialflow.social.posts.Draft;
import com.socialflow.social.posts.ImageId;
import com.socialflow.social.views.Completions;
import com.socialflow.social.views.ImageView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which post has which pictures, and which of them something has that waits. */
@Component
public class PostImages implements Attachment, AltTexts, Completions.Images {

    private final ImageStore store;
    private final StoredImages stored;
    private final Clock clock;

    PostImages(ImageStore store, ImageWorkshop workshop, Clock clock) {
        this.store = store;
        this.stored = workshop.of("social");
        this.clock = clock;
    }

    @Override
    public void attach(PostId post, AccountId author, Draft draft) {
        for (var place = 0; place < draft.images().size(); place++) {
            if (!store.attach(draft.images().get(place), author, post, place)) {
                throw notThere();
            }
        }
    }

    @Override
    public void detach(PostId post) {
        store.deleteOfPost(post).forEach(stored::dispose);
    }

    @Override
    public void describe(PostId post, Map<ImageId, String> alts) {
        alts.forEach((id, alt) -> {
            if (!store.describeOf(post, id, alt)) {
                throw Problem.invalid("images", "not-found", "an image of this post");
            }
        });
    }

    @Override
    public Map<PostId, List<ImageView>> of(Collection<PostId> posts) {
        var views = new HashMap<PostId, List<ImageView>>();
        for (var image : store.ofPosts(posts)) {
            var post = image.post();
            if (post != null) {
                views.computeIfAbsent(post, _ -> new ArrayList<>()).add(image.view());
            }
        }
        return views;
    }

    /**
     * Has exactly these pictures kept for what waits to be published, in the caller's transaction.
     *
     * @param holder the id of what waits, which no other thing has
     * @throws Problem 422 when one is not there, not the owner's, or had by a post
     */
    public void hold(long holder, AccountId owner, List<ImageId> images) {
        store.release(holder, clock.instant());
        for (var image : images) {
            if (!store.hold(image, owner, holder)) {
                throw notThere();
            }
        }
    }

    /** What waited needs its pictures no more, in the caller's transaction. */
    public void release(long holder) {
        store.release(holder, clock.instant());
    }

    /** The pictures of what waits, by holder. */
    public Map<Long, List<ImageView>> held(Collection<Long> holders) {
        var views = new HashMap<Long, List<ImageView>>();
        store.held(holders)
                .forEach(held -> views.computeIfAbsent(held.holder(), _ -> new ArrayList<>())
                        .add(held.image().view()));
        return views;
    }

    private static Problem notThere() {
        return Problem.invalid("images", "not-found", "an image of yours that no post has yet");
    }
}
