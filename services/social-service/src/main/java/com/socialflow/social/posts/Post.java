package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.social.rules.PostState;
import org.jspecify.annotations.Nullable;

/**
 * A post as those see it who change it.
 *
 * @param place where in which thread
 * @param entities of the text, as JSON
 */
record Post(
        PostId id,
        AccountId author,
        boolean announcement,
        PostState state,
        String text,
        String entities,
        @Nullable String warning,
        boolean sensitive,
        @Nullable String language,
        boolean forFollowers,
        Place place,
        @Nullable VideoId video,
        @Nullable PostId quote,
        @Nullable AccountId quoteAuthor,
        boolean locked,
        int version) {

    /**
     * Where in which thread.
     *
     * @param root the thread's first post; of comments on a video the video's id
     * @param replyTo the answered post; null: it begins the thread
     */
    record Place(
            long root,
            @Nullable VideoId rootVideo,
            @Nullable PostId replyTo,
            @Nullable AccountId replyToAuthor,
            int depth) {}
}
