package com.socialflow.social.posts;

import com.socialflow.core.AccountId;
import com.socialflow.social.text.PostText;
import com.socialflow.social.text.Span;
import com.socialflow.social.views.Entity;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what leads elsewhere from a text, as every page will show it. */
@Component
class EntityJson {

    private final JsonMapper json;

    EntityJson(JsonMapper json) {
        this.json = json;
    }

    /** @param mentioned by their names in lower case; other names lead nowhere */
    String of(PostText text, Map<String, AccountId> mentioned) {
        var entities = new ArrayList<Entity>();
        for (var span : text.spans()) {
            var entity = entity(span, mentioned);
            if (entity != null) {
                entities.add(entity);
            }
        }
        return json.writeValueAsString(entities);
    }

    private static @Nullable Entity entity(Span span, Map<String, AccountId> mentioned) {
        return switch (span) {
            case Span.Mention(var start, var end, var username) -> {
                var account = mentioned.get(username);
                yield account == null ? null : new Entity("mention", start, end, account, username, null, null);
            }
            case Span.Hashtag(var start, var end, var tag) -> new Entity("hashtag", start, end, null, null, tag, null);
            case Span.Link(var start, var end, var url) -> new Entity("link", start, end, null, null, null, url);
        };
    }
}
