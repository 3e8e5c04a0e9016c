package com.socialflow.social.tags;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import org.springframework.stereotype.Component;

/** Hashtags that a person follows, and that a person used in the last days. */
@Component
class TagData implements PersonalData {

    private final TagFollowStore follows;
    private final TagStore tags;

    TagData(TagFollowStore follows, TagStore tags) {
        this.follows = follows;
        this.tags = tags;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var followed = follows.all(account);
        if (!followed.isEmpty()) {
            archive.json("social/followed-hashtags.json", "The hashtags that you follow", followed);
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        return follows.deleteAll(account) + tags.forget(account, limit);
    }
}
