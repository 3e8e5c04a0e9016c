package com.socialflow.social.timelines;

import com.socialflow.core.Problem;

/** What of somebody's page is asked for. */
enum AccountFilter {
    /** Posts, continued ones too, and reposts. */
    POSTS,
    /** Answers to others as well. */
    POSTS_AND_REPLIES,
    /** What has images or a video. */
    MEDIA,
    VIDEOS;

    static AccountFilter of(String word) {
        return switch (word) {
            case "posts" -> POSTS;
            case "posts-and-replies" -> POSTS_AND_REPLIES;
            case "media" -> MEDIA;
            case "videos" -> VIDEOS;
            default -> throw Problem.badRequest("bad-filter", "filter is posts, posts-and-replies, media or videos");
        };
    }
}
