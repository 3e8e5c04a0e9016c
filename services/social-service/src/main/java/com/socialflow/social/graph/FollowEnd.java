package com.socialflow.social.graph;

import com.socialflow.core.AccountId;

/** What another feature keeps only as long as somebody follows somebody. */
public interface FollowEnd {

    /** Takes it away, in the transaction that ends the follow. */
    void ended(AccountId follower, AccountId followed);
}
