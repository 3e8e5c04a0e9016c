package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.social.posts.Post.Place;
import com.socialflow.social.rules.Audience;
import com.socialflow.social.rules.PostState;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The posts that announce videos, in the transaction of whoever follows what happens to the videos. */
@Component
public class Announcing {

    private final PostStore store;
    private final AnnouncementStore announcements;
    private final Appearances appearances;
    private final Removal removal;
    private final Ids ids;

    Announcing(PostStore store, AnnouncementStore announcements, Appearances appearances, Removal removal, Ids ids) {
        this.store = store;
        this.announcements = announcements;
        this.appearances = appearances;
        this.removal = removal;
        this.ids = ids;
    }

    /** The announcement of a video, in any state. There is one at most. */
    public Optional<PostId> find(VideoId video) {
        return announcements.find(video);
    }

    /** Announces a video in its owner's name. What answers the announcement comments on the video. */
    public PostId announce(VideoId video, AccountId owner) {
        var id = new PostId(ids.next());
        var post = new Post(
                id,
                owner,
                true,
                PostState.PUBLISHED,
                "",
                "[]",
                null,
                false,
                null,
                false,
                new Place(video.value(), video, null, null, 0),
                video,
                null,
                null,
                false,
                1);
        store.insert(post, Audience.EVERYONE, Audience.EVERYONE, false, false);
        appearances.appeared(post, announcements.isPrivate(owner), owner);
        return id;
    }

    /** Takes the announcement from others; nothing when it is not published. */
    public void withdraw(PostId announcement) {
        removal.withdraw(announcement, PostState.REMOVED);
    }

    /** Shows a withdrawn announcement again, in its place; nothing when it is there, or was deleted. */
    public void bringBack(PostId announcement) {
        var post = store.findForUpdate(announcement)
                .filter(found -> found.state() == PostState.REMOVED)
                .orElse(null);
        if (post != null) {
            store.state(announcement, PostState.PUBLISHED);
            appearances.reappeared(post, announcements.isPrivate(post.author()), post.author());
        }
    }
}
