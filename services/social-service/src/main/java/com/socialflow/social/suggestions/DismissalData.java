package com.socialflow.social.suggestions;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import org.springframework.stereotype.Component;

@Component
class DismissalData implements PersonalData {

    private final SuggestionStore store;

    DismissalData(SuggestionStore store) {
        this.store = store;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var dismissed = store.dismissed(account, Suggestions.DISMISSALS_MAX);
        if (!dismissed.isEmpty()) {
            archive.json("social/dismissed-suggestions.json", "Whom you do not want to be suggested", dismissed);
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        return store.delete(account, limit);
    }
}
