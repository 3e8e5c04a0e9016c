package com.socialflow.social.threads;

import com.socialflow.social.views.PostView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post in a thread, and what answers it.
 *
 * @param moreReplies how many posts below this one are not here: the branch is collapsed, or goes on
 * @param cursor with which the thread of this post goes on; null: there is nothing more
 */
public record NodeView(
        PostView post,
        List<NodeView> replies,
        long moreReplies,
        @Nullable String cursor) {

    public NodeView {
        replies = List.copyOf(replies);
    }
}
