package com.socialflow.social.tags;

import com.socialflow.core.AccountId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.social.v1.PostPublished;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Notes who uses which hashtags where everybody sees it. */
@Component
class TagEvents implements Subscriber {

    private final TagStore store;
    private final Clock clock;

    TagEvents(TagStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String service() {
        return "social";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(PostPublished.getDefaultInstance(), this::published);
    }

    void published(PostPublished event) {
        if (!event.getForFollowers() && event.getTagCount() > 0) {
            store.use(event.getTagList(), new AccountId(event.getAuthor()), clock.instant());
        }
    }
}
