package com.socialflow.social.cards;

import com.socialflow.core.PostId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.social.v1.PostEdited;
import com.socialflow.proto.social.v1.PostPublished;
import com.socialflow.proto.social.v1.PostWithdrawn;
import org.springframework.stereotype.Component;

/** Looks for links in posts when they come and change. */
@Component
class CardEvents implements Subscriber {

    private final Cards cards;

    CardEvents(Cards cards) {
        this.cards = cards;
    }

    @Override
    public String service() {
        return "social";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(PostPublished.getDefaultInstance(), event -> cards.follow(new PostId(event.getPost())))
                .event(PostEdited.getDefaultInstance(), event -> cards.follow(new PostId(event.getPost())))
                .event(PostWithdrawn.getDefaultInstance(), event -> cards.forget(new PostId(event.getPost())));
    }
}
