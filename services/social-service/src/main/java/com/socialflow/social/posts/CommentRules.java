package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.social.text.PostText;

/** What a video's owner lets happen to comments. Not asked in a transaction: it may have to call. */
public interface CommentRules {

    /** What becomes of this comment of this person. */
    Verdict on(VideoId video, AccountId author, PostText text);

    /** What becomes of a comment. */
    sealed interface Verdict {

        /** Everybody sees it. */
        record Open(AccountId owner) implements Verdict {}

        /** The owner looks at it first. */
        record Held(AccountId owner) implements Verdict {}

        /** Nobody comments on this video. */
        record Closed() implements Verdict {}

        /** There is no such video, or not for this person. */
        record NotFound() implements Verdict {}
    }
}
