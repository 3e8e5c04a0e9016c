package com.socialflow.social.words;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
class HiddenWordData implements PersonalData {

    private final HiddenWordStore store;

    HiddenWordData(HiddenWordStore store) {
        this.store = store;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var words = store.of(account, Instant.EPOCH);
        if (!words.isEmpty()) {
            archive.json("social/hidden-words.json", "Words that you do not want to read", words);
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        return store.deleteAll(account);
    }
}
