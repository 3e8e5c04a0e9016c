package com.socialflow.social.views;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What other features add to a page of posts: one bean at most of each. They are asked once a page, for all of its
 * posts together, and only when there is a post that may have it.
 */
public final class Completions {

    private Completions() {}

    /** Pictures, of posts that say that they have some. */
    public interface Images {
        Map<PostId, List<ImageView>> of(Collection<PostId> posts);
    }

    /** Polls, of posts that say that they have one. */
    public interface Polls {
        Map<PostId, PollView> of(Collection<PostId> posts, Optional<AccountId> viewer);
    }

    /** Previews, of posts with a link. */
    public interface Cards {
        Map<PostId, CardView> of(Collection<PostId> posts);
    }

    /** Videos that the viewer may see; the others are left out. */
    public interface Videos {
        Map<VideoId, VideoCard> of(Collection<VideoId> videos, Optional<AccountId> viewer);
    }
}
