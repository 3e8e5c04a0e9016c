package com.socialflow.social.comments;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a person says of comments on the person's videos. */
@Component
class CommentData implements PersonalData {

    private final CommentSettings settings;

    CommentData(CommentSettings settings) {
        this.settings = settings;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var mode = settings.defaultMode(account);
        var words = settings.words(account).words();
        if (mode != CommentMode.OPEN || !words.isEmpty()) {
            archive.json(
                    "social/comment-settings.json",
                    "What you said of comments on your videos",
                    Map.of("mode", mode, "watchedWords", words));
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        return settings.forget(account);
    }
}
