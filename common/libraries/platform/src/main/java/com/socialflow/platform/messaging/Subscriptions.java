package com.socialflow.platform.messaging;

import static com.socialflow.core.Require.require;
import static java.util.Objects.requireNonNull;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Which events one service follows. */
public class Subscriptions {

    private record Handler<E extends Message>(E prototype, Consumer<E> effect) {

        @SuppressWarnings("unchecked") // the parser of a message gives messages of its own type
        void accept(byte[] payload) throws InvalidProtocolBufferException {
            effect.accept((E) prototype.getParserForType().parseFrom(payload));
        }
    }

    private record HomeHandler<E extends Message>(E prototype, Consumer<List<E>> effect) {

        @SuppressWarnings("unchecked") // the parser of a message gives messages of its own type
        void accept(List<byte[]> payloads) throws InvalidProtocolBufferException {
            var events = new ArrayList<E>();
            for (var payload : payloads) {
                events.add((E) prototype.getParserForType().parseFrom(payload));
            }
            effect.accept(events);
        }
    }

    private final Map<String, List<Handler<?>>> handlers = new HashMap<>();
    private final Map<String, HomeHandler<?>> homeHandlers = new HashMap<>();
    private final Set<String> topics = new TreeSet<>();

    /**
     * Calls {@code effect} once for every event of the type, in a transaction that also notes the event as handled. A
     * throw rolls both back: the event comes again, and after bounded retries goes to the dead letters.
     *
     * @param type any instance; its type counts
     */
    public <E extends Message> Subscriptions event(E type, Consumer<E> effect) {
        var descriptor = type.getDescriptorForType();
        topics.add(EventTypes.topic(EventTypes.service(descriptor)));
        handlers.computeIfAbsent(descriptor.getFullName(), _ -> new ArrayList<>())
                .add(new Handler<>(type, effect));
        return this;
    }

    /**
     * Spares events of the type that this service itself emits the way through Kafka: {@code effect} is called once for
     * them, some together and in order, in the transaction that takes them out of the outbox. Only for a type that no
     * other service follows. What cannot be handled so goes the usual way, to retries and dead letters.
     *
     * @param type one that {@link #event} was called for
     */
    public <E extends Message> Subscriptions atHome(E type, Consumer<List<E>> effect) {
        var name = type.getDescriptorForType().getFullName();
        require(follows(name), "%s is followed", name);
        homeHandlers.put(name, new HomeHandler<>(type, effect));
        return this;
    }

    Set<String> topics() {
        require(!topics.isEmpty(), "a subscriber follows something");
        return topics;
    }

    boolean follows(String type) {
        return handlers.containsKey(type);
    }

    void handle(String type, byte[] payload) throws InvalidProtocolBufferException {
        for (var handler : handlers.getOrDefault(type, List.of())) {
            handler.accept(payload);
        }
    }

    boolean takesAtHome(String type) {
        return homeHandlers.containsKey(type);
    }

    void handleAtHome(String type, List<byte[]> payloads) throws InvalidProtocolBufferException {
        requireNonNull(homeHandlers.get(type), type).accept(payloads);
    }
}
