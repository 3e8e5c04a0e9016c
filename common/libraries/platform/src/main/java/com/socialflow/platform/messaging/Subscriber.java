package com.socialflow.platform.messaging;

/** A service's feature that follows what other services did; its class is called {@code XxxEvents}. */
public interface Subscriber {

    /** The service that listens: its consumer group, and the schema of its inbox. */
    String service();

    /** Names the events and what to do on each. */
    void subscribe(Subscriptions on);
}
