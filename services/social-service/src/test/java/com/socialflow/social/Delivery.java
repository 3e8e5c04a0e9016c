package com.socialflow.social;

import com.google.protobuf.Message;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands an event to whoever subscribed to it, as the platform does. */
public final class Delivery {

    private Delivery() {}

    /** Calls what the subscribers do on an event of this type, all in one transaction. */
    public static void of(Message event, TransactionTemplate transactions, Subscriber... subscribers) {
        transactions.executeWithoutResult(_ -> {
            for (var subscriber : subscribers) {
                subscriber.subscribe(new Subscriptions() {
                    @Override
                    @SuppressWarnings("unchecked") // of one type
                    public <E extends Message> Subscriptions event(E type, Consumer<E> effect) {
                        if (type.getDescriptorForType().equals(event.getDescriptorForType())) {
                            effect.accept((E) event);
                        }
                        return this;
                    }
                });
            }
        });
    }
}
