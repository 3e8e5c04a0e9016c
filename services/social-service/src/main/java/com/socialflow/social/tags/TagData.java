package com.socialflow.social.tags;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hashtags that a person follows, and in which hours the person used some. */
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
        var followed = List.copyOf(follows.all(account));
        if (!followed.isEmpty()) {
            archive.json("social/followed-tags.json", "Hashtags that you follow", followed);
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        return follows.deleteAll(account) + tags.forget(account, limit);
    }
}
