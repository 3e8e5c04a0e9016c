package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.social.posts.Post.Place;
import com.socialflow.social.posts.PublishOutcome.NotFound;
import com.socialflow.social.posts.PublishOutcome.Published;
import com.socialflow.social.posts.PublishOutcome.Reason;
import com.socialflow.social.posts.PublishOutcome.Refused;
import com.socialflow.social.rules.PostState;
import com.socialflow.social.views.PostRow;
import com.socialflow.social.views.Sight.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transaction in which a post comes to be. */
@Component
class Publication {

    private final PostStore store;
    private final EntityJson entities;
    private final Appearances appearances;
    private final List<Attachment> attachments;
    private final Ids ids;

    Publication(PostStore store, EntityJson entities, Appearances appearances, List<Attachment> attachments, Ids ids) {
        this.store = store;
        this.entities = entities;
        this.appearances = appearances;
        this.attachments = attachments;
        this.ids = ids;
    }

    /**
     * The video that is commented on.
     *
     * @param owner null: not known
     */
    record Comment(@Nullable VideoId video, @Nullable AccountId owner, boolean held) {

        static final Comment NONE = new Comment(null, null, false);
    }

    /**
     * A draft, and what was asked of others about it.
     *
     * @param mentioned by their names in lower case
     */
    record Wish(
            AccountId author, boolean authorPrivate, Draft draft, Map<String, AccountId> mentioned, Comment comment) {}

    /** Whether no post ever had this id. */
    boolean isUnknown(PostId id) {
        return !store.exists(id);
    }

    /** Publishes what was found fit; what it leans on may have gone meanwhile. */
    @Transactional
    PublishOutcome publish(Wish wish, @Nullable Seen answered, @Nullable Seen quoted) {
        var there = store.lockShared(leansOn(answered, quoted));
        for (var seen : new Seen[] {answered, quoted}) {
            if (seen != null && !there.containsKey(seen.post().id())) {
                return new NotFound("post");
            }
        }
        if (answered != null
                && there.getOrDefault(begins(answered).id(), false)
                && !begins(answered).by(wish)) {
            return new Refused(Reason.THREAD_LOCKED);
        }
        var draft = wish.draft();
        var post = post(wish, answered, quoted);
        store.insert(
                post, draft.whoMayReply(), draft.whoMayQuote(), !draft.images().isEmpty(), draft.poll() != null);
        store.insertMentions(post.id(), List.copyOf(wish.mentioned().values()));
        store.insertTags(
                post.id(),
                draft.text().tags().stream().limit(PostStore.TAGS_MAX).toList());
        attachments.forEach(attachment -> attachment.attach(post.id(), wish.author(), draft));
        if (post.state() == PostState.PUBLISHED) {
            appearances.appeared(post, wish.authorPrivate(), wish.comment().owner());
        }
        return new Published(post.id(), wish.comment().held());
    }

    /** The first post of the answered one's thread; the answered one below a video, where it locks nothing. */
    private static First begins(Seen answered) {
        var root = answered.post().place().rootPost();
        return root == null
                ? new First(answered.post().id(), answered.post().author())
                : new First(root.id(), root.author());
    }

    private record First(PostId id, AccountId author) {

        /** Who began a thread may go on in it when it is locked. */
        boolean by(Wish wish) {
            return author.equals(wish.author());
        }
    }

    /** Whatever must not go meanwhile: the answered post, the thread's first and the quoted one. */
    private static List<PostId> leansOn(@Nullable Seen answered, @Nullable Seen quoted) {
        var leansOn = new ArrayList<PostId>();
        if (answered != null) {
            leansOn.add(answered.post().id());
            var root = answered.post().place().rootPost();
            if (root != null) {
                leansOn.add(root.id());
            }
        }
        if (quoted != null) {
            leansOn.add(quoted.post().id());
        }
        return leansOn;
    }

    private Post post(Wish wish, @Nullable Seen answered, @Nullable Seen quoted) {
        var id = new PostId(ids.next());
        var draft = wish.draft();
        return new Post(
                id,
                wish.author(),
                false,
                wish.comment().held() ? PostState.HELD : PostState.PUBLISHED,
                draft.text().value(),
                entities.of(draft.text(), wish.mentioned()),
                draft.warning(),
                draft.sensitive(),
                draft.language(),
                // An answer to what is for followers does not tell of it elsewhere.
                draft.forFollowers()
                        || (answered != null && answered.post().rules().forFollowers()),
                place(id, wish.comment().video(), answered == null ? null : answered.post()),
                draft.video(),
                draft.quote(),
                quoted == null ? null : quoted.post().author(),
                false,
                1);
    }

    /** What answers the announcement of a video comments on the video. */
    private static Place place(PostId id, @Nullable VideoId video, @Nullable PostRow answered) {
        if (answered == null || (answered.announcement() && video != null)) {
            return new Place(video == null ? id.value() : video.value(), video, null, null, 0);
        }
        var place = answered.place();
        return new Place(place.root(), place.rootVideo(), answered.id(), answered.author(), place.depth() + 1);
    }
}
