package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import org.springframework.stereotype.Component;

/** Posts of a person, and that person's name in those of others. */
@Component
class PostData implements PersonalData {

    /** Posts of one file: some hundred kilobytes in memory. */
    private static final int PAGE = 100;

    /** Deleting one takes about ten statements. */
    private static final int POSTS_MAX = 50;

    private final PersonalPostStore store;
    private final Removal removal;

    PostData(PersonalPostStore store, Removal removal) {
        this.store = store;
        this.removal = removal;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var before = Long.MAX_VALUE;
        for (var number = 1; ; number++) {
            var page = store.page(account, before, PAGE);
            if (page.isEmpty()) {
                return;
            }
            archive.json("social/posts/%04d.json".formatted(number), "What you posted, and said before", page);
            before = page.getLast().id().value();
        }
    }

    /** Threads keep their shape: emptied rows stay, nobody's, and what answers them answers nobody. */
    @Override
    public int erase(AccountId account, int limit) {
        var own = store.own(account, Math.min(limit, POSTS_MAX));
        own.forEach(removal::delete);
        if (!own.isEmpty()) {
            return own.size();
        }
        var emptied = store.emptied(account, Math.min(limit, POSTS_MAX));
        var referring = store.forgetAuthor(emptied, limit);
        if (referring > 0) {
            return referring;
        }
        return store.disown(emptied) + store.deleteMentions(account, limit);
    }
}
