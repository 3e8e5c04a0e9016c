package com.socialflow.social.comments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.socialflow.social.views.PostView;
import java.util.List;

/**
 * A comment on a video.
 *
 * @param replies the first few: the rest is in its thread
 */
public record CommentView(@JsonUnwrapped PostView post, List<PostView> replies) {

    public CommentView {
        replies = List.copyOf(replies);
    }
}
