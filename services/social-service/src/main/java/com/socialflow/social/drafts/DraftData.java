package com.socialflow.social.drafts;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A person's drafts. */
@Component
class DraftData implements PersonalData {

    private static final int PAGE = 100;

    private final SavedDraftStore store;
    private final DraftRows rows;
    private final JsonMapper json;

    DraftData(SavedDraftStore store, DraftRows rows, JsonMapper json) {
        this.store = store;
        this.rows = rows;
        this.json = json;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var page = store.page(account, Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            for (var draft : page) {
                var content = new LinkedHashMap<String, Object>();
                content.put("post", json.readTree(draft.content()));
                content.put("updatedAt", draft.updatedAt());
                archive.json("social/drafts/" + draft.id() + ".json", "A draft of yours, as you sent it", content);
            }
            page = store.page(account, page.getLast().id().value(), PAGE);
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        return rows.erase(account, limit);
    }
}
