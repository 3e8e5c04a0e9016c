package com.socialflow.platform.messaging;

import com.google.protobuf.Message;
import java.time.Instant;
import java.util.List;

/**
 * A service's feature that follows events in batches and outside transactions, since its effects lie elsewhere and
 * bear repetition; its class is called {@code XxxEvents}. Where effects are rows of the service, {@link Subscriber}
 * is right.
 */
public interface BatchSubscriber {

    /** The consumer group: one of its own, such as {@code social-home}, for it reads at a pace of its own. */
    String group();

    /** An instance of each type that it follows. */
    List<Message> follows();

    /**
     * Brings about the effects of these events, and returns once they are there. At least once: a throw or a crash
     * brings all of them again. Events of one ordering key come in their order.
     *
     * @throws TryAgain when nothing is wrong with the events; anything else makes a dead letter after bounded retries
     */
    void handle(List<Message> events);

    /** The effects of all events that were appended before this time are there. Told every few seconds. */
    default void handledBefore(Instant time) {}

    /** What the effects need is away. The events come again, later and later, until it is back. */
    final class TryAgain extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TryAgain(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
