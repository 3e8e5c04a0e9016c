package com.socialflow.social.comments;

import com.socialflow.core.AccountId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.user.v1.AccountErased;
import org.springframework.stereotype.Component;

/** Forgets what people said of comments who are gone. */
@Component
class CommentEvents implements Subscriber {

    private final CommentSettings settings;

    CommentEvents(CommentSettings settings) {
        this.settings = settings;
    }

    @Override
    public String service() {
        return "social";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(AccountErased.getDefaultInstance(), event -> settings.forget(new AccountId(event.getAccount())));
    }
}
