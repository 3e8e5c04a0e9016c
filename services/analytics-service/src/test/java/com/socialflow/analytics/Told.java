package com.socialflow.analytics;

import com.google.protobuf.Message;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import java.util.function.Consumer;

/** Tells a subscriber of an event, as messaging would. */
public final class Told {

    private Told() {}

    /** Calls what the subscriber does on events of this type. */
    public static void to(Subscriber subscriber, Message event) {
        subscriber.subscribe(new Subscriptions() {
            @Override
            @SuppressWarnings("unchecked") // the types were compared
            public <E extends Message> Subscriptions event(E type, Consumer<E> effect) {
                if (type.getClass().equals(event.getClass())) {
                    effect.accept((E) event);
                }
                return this;
            }
        });
    }
}
