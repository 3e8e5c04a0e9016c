package com.socialflow.social.threads;

import com.socialflow.social.views.PostView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post among those that it answers and those that answer it.
 *
 * @param ancestors the nearest ones, the first one first
 * @param nextCursor where the next direct replies start; null: these are all
 */
public record ThreadView(
        List<PostView> ancestors,
        PostView post,
        List<NodeView> replies,
        @Nullable String nextCursor) {

    public ThreadView {
        ancestors = List.copyOf(ancestors);
        replies = List.copyOf(replies);
    }
}
