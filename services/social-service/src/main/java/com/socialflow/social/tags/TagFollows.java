package com.socialflow.social.tags;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who follows which hashtags. */
@Component
public class TagFollows {

    /** Hashtags that one person follows at most: each is looked at when home is read. */
    static final int FOLLOWED_MAX = 100;

    private final TagFollowStore store;
    private final Ids ids;

    TagFollows(TagFollowStore store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    /** The folded hashtags that the person follows, at most {@link #FOLLOWED_MAX}. */
    public Set<String> of(AccountId account) {
        return store.all(account);
    }

    /** Follows it, if that is not so already; false when the person follows too many. */
    @Transactional
    boolean follow(AccountId account, Tag tag) {
        var followed = store.all(account);
        if (followed.size() >= FOLLOWED_MAX && !followed.contains(tag.value())) {
            return false;
        }
        store.insert(account, tag, ids.next());
        return true;
    }

    @Transactional
    void unfollow(AccountId account, Tag tag) {
        store.delete(account, tag);
    }

    Page<String> page(AccountId account, Cursor after, int limit) {
        var rows = store.page(account, after.positionOr(Long.MAX_VALUE), limit + 1);
        return Page.cut(rows, limit, TagFollowStore.Row::position).map(TagFollowStore.Row::tag);
    }
}
