package com.socialflow.social.scheduled;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A person's posts that wait. */
@Component
class ScheduledData implements PersonalData {

    private static final int PAGE = 100;

    private final ScheduledStore store;
    private final ScheduledRows rows;
    private final JsonMapper json;

    ScheduledData(ScheduledStore store, ScheduledRows rows, JsonMapper json) {
        this.store = store;
        this.rows = rows;
        this.json = json;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        var page = store.page(account, Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            for (var post : page) {
                var content = new LinkedHashMap<String, Object>();
                content.put("post", json.readTree(post.content()));
                content.put("publishAt", post.publishAt());
                content.put("updatedAt", post.updatedAt());
                archive.json(
                        "social/scheduled/" + post.id() + ".json",
                        "A post of yours that waits for its hour, as you sent it",
                        content);
            }
            page = store.page(account, page.getLast().id().value(), PAGE);
        }
    }

    @Override
    public int erase(AccountId account, int limit) {
        return rows.erase(account, limit);
    }
}
