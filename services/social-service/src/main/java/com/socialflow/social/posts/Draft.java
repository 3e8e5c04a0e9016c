package com.socialflow.social.posts;

import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.social.rules.Audience;
import com.socialflow.social.text.PostText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a composer sends, parsed and checked as far as it can be alone.
 *
 * @param replyTo the answered post; or a video, when there is no post of this id
 * @param commentOn the video that is commented on
 */
public record Draft(
        PostText text,
        @Nullable PostId replyTo,
        @Nullable VideoId commentOn,
        @Nullable PostId quote,
        @Nullable VideoId video,
        List<ImageId> images,
        @Nullable PollDraft poll,
        @Nullable String warning,
        boolean sensitive,
        @Nullable String language,
        boolean forFollowers,
        Audience whoMayReply,
        Audience whoMayQuote) {

    /** As many as are seen at once. */
    public static final int IMAGES_MAX = 4;

    public Draft {
        images = List.copyOf(images);
    }
}
