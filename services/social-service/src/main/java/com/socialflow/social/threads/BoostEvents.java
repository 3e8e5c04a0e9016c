package com.socialflow.social.threads;

import com.socialflow.core.PostId;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.social.v1.LikeTakenBack;
import com.socialflow.proto.social.v1.PostLiked;
import org.springframework.stereotype.Component;

/** Notes which posts' likes are others than when their boost was computed. */
@Component
class BoostEvents implements Subscriber {

    private final BoostStore store;

    BoostEvents(BoostStore store) {
        this.store = store;
    }

    @Override
    public String service() {
        return "social";
    }

    @Override
    public void subscribe(Subscriptions on) {
        on.event(PostLiked.getDefaultInstance(), event -> store.due(new PostId(event.getPost())))
                .event(LikeTakenBack.getDefaultInstance(), event -> store.due(new PostId(event.getPost())));
    }
}
