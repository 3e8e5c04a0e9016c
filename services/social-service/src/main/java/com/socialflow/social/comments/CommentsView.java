package com.socialflow.social.comments;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of comments as clients see it.
 *
 * @param count of all comments on the video, answers to comments among them
 */
public record CommentsView(
        List<CommentView> items, @Nullable String nextCursor, long count) {

    public CommentsView {
        items = List.copyOf(items);
    }
}
