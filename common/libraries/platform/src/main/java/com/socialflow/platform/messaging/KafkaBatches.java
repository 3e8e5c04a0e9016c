package com.socialflow.platform.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;

/** Hands events over as they were fetched; those of a batch that fails, one by one: none holds up those before it. */
class KafkaBatches implements BatchMessageListener<byte[], byte[]> {

    private static final Logger log = LoggerFactory.getLogger(KafkaBatches.class);

    private final BatchSubscriber subscriber;
    private final Map<String, Message> prototypes = new HashMap<>();

    KafkaBatches(BatchSubscriber subscriber) {
        this.subscriber = subscriber;
        subscriber
                .follows()
                .forEach(type -> prototypes.put(type.getDescriptorForType().getFullName(), type));
    }

    /** The services whose events these are. */
    Set<String> services() {
        var services = new TreeSet<String>();
        prototypes.values().forEach(type -> services.add(EventTypes.service(type.getDescriptorForType())));
        return services;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        var followed = records.stream()
                .filter(record -> prototypes.containsKey(EventHeaders.type(record.headers())))
                .toList();
        if (followed.isEmpty() || (followed.size() > 1 && handledTogether(followed))) {
            return;
        }
        for (var record : followed) {
            try {
                subscriber.handle(List.of(read(record)));
            } catch (RuntimeException e) {
                throw new BatchListenerFailedException("an event was not handled", e, record);
            }
        }
    }

    private boolean handledTogether(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            subscriber.handle(records.stream().map(this::read).toList());
            return true;
        } catch (BatchSubscriber.TryAgain e) {
            throw new BatchListenerFailedException("events wait", e, records.getFirst());
        } catch (RuntimeException e) {
            log.info("{} events for {} are handled one by one: {}", records.size(), subscriber.group(), e.toString());
            return false;
        }
    }

    private Message read(ConsumerRecord<byte[], byte[]> record) {
        var type = EventHeaders.type(record.headers());
        try {
            return Objects.requireNonNull(prototypes.get(type))
                    .getParserForType()
                    .parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new KafkaEvents.MalformedEvent("an event of type %s cannot be read".formatted(type), e);
        }
    }
}
