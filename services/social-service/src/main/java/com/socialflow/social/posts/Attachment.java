package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;

/** What hangs on a post and is another feature's: pictures, a poll. Every bean of it is told. */
public interface Attachment {

    /**
     * The post is being published with this draft, in this transaction.
     *
     * @throws com.socialflow.core.Problem 422 when what the draft names is not there, not the author's, or in use
     */
    void attach(PostId post, AccountId author, Draft draft);

    /** The post is being deleted, in this transaction. */
    void detach(PostId post);
}
