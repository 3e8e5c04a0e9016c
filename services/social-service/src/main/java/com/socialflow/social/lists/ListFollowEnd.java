package com.socialflow.social.lists;

import com.socialflow.core.AccountId;
import com.socialflow.social.graph.FollowEnd;
import org.springframework.stereotype.Component;

/** Whoever is followed no longer is in no list of who followed. */
@Component
class ListFollowEnd implements FollowEnd {

    private final ListMemberStore members;

    ListFollowEnd(ListMemberStore members) {
        this.members = members;
    }

    @Override
    public void ended(AccountId follower, AccountId followed) {
        members.deleteFromAll(follower, followed);
    }
}
