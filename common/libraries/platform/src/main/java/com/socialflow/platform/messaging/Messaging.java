package com.socialflow.platform.messaging;

import com.socialflow.platform.EngineAddresses;
import com.socialflow.platform.InstanceName;
import com.socialflow.platform.database.ServiceSchema;
import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts relays and listeners once requests are served and Kafka answers, and stops them before the engines. Until then
 * the outbox holds what happened.
 */
class Messaging implements SmartLifecycle {

    /** Longer than Kafka keeps events: nothing forgotten can come again. */
    static final Duration INBOX_KEPT = Duration.ofDays(8);

    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    /** Some calls to Kafka each time. */
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(2);

    private static final Duration STOP_MAX = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(Messaging.class);

    /** What this part needs of the program. */
    record Surroundings(
            EngineAddresses engines,
            InstanceName instance,
            List<ServiceSchema> schemas,
            List<Subscriber> subscribers,
            List<BatchSubscriber> batchSubscribers,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Recurring recurring,
            Clock clock) {}

    private final MessagingSettings settings;
    private final Surroundings around;
    private final RelaySignal signal;
    private final List<Thread> threads = new ArrayList<>();
    private final List<MessageListenerContainer> containers = new ArrayList<>();
    private final List<KafkaOffsets> offsets = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private volatile @Nullable Producer<byte[], byte[]> producer;

    Messaging(MessagingSettings settings, Surroundings around, RelaySignal signal) {
        this.settings = settings;
        this.around = around;
        this.signal = signal;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (settings.enabled()) {
            start("messaging-start", this::connect);
        }
    }

    private void connect() {
        while (running) {
            try {
                var kafka = new KafkaClients(around.engines().kafka(settings.patience()), settings);
                kafka.ensureTopics(Stream.concat(schemas().stream(), Stream.of(EventTypes.OF_EVERYBODY))
                        .map(EventTypes::topic)
                        .toList());
                var carrier = kafka.producer();
                producer = carrier;
                relay(carrier);
                listen(kafka);
                listenInBatches(kafka);
                around.recurring().every(FORGET_EVERY, "inbox-forget", this::forget);
                log.info(
                        "events flow: relays for {}, listeners for {}",
                        schemas(),
                        subscriptions().keySet());
                return;
            } catch (RuntimeException e) {
                log.warn("events wait for Kafka: {}", e.toString());
            }
        }
    }

    private void relay(Producer<byte[], byte[]> producer) {
        var followers = subscriptions();
        for (var service : schemas()) {
            var store = new OutboxStore(around.jdbc(), service);
            var home = new HomeEvents(followers.getOrDefault(service, new Subscriptions()));
            start("relay-" + service, new OutboxRelay(service, store, producer, around.transactions(), signal, home));
        }
    }

    private void listen(KafkaClients kafka) {
        var inbox = new InboxStore(around.jdbc());
        subscriptions().forEach((service, subscriptions) -> {
            kafka.ensureTopics(List.copyOf(subscriptions.topics()));
            var listener = new KafkaEvents(service, subscriptions, inbox, around.transactions(), around.clock());
            var container = kafka.container(service, around.instance(), subscriptions.topics(), listener);
            container.start();
            containers.add(container);
        });
    }

    private void listenInBatches(KafkaClients kafka) {
        for (var subscriber : around.batchSubscribers()) {
            var listener = new KafkaBatches(subscriber);
            var topics = listener.services().stream().map(EventTypes::topic).toList();
            kafka.ensureTopics(topics);
            var container = kafka.container(subscriber.group(), around.instance(), topics, listener);
            container.start();
            containers.add(container);
            var outboxes = schemas().stream()
                    .filter(listener.services()::contains)
                    .map(service -> new OutboxStore(around.jdbc(), service))
                    .toList();
            var reached = kafka.offsets(subscriber.group(), topics);
            offsets.add(reached);
            around.recurring()
                    .every(
                            PROGRESS_EVERY,
                            "progress-" + subscriber.group(),
                            new BatchProgress(subscriber, outboxes, reached, around.clock()));
        }
    }

    private Map<String, Subscriptions> subscriptions() {
        var all = new TreeMap<String, Subscriptions>();
        for (var subscriber : around.subscribers()) {
            subscriber.subscribe(all.computeIfAbsent(subscriber.service(), _ -> new Subscriptions()));
        }
        return all;
    }

    private List<String> schemas() {
        return around.schemas().stream()
                .filter(ServiceSchema::emits)
                .map(ServiceSchema::name)
                .toList();
    }

    private void forget() {
        var inbox = new InboxStore(around.jdbc());
        var before = around.clock().instant().minus(INBOX_KEPT);
        schemas().forEach(service -> inbox.forgetBefore(service, before));
    }

    private void start(String name, Runnable work) {
        synchronized (threads) {
            threads.add(Thread.ofVirtual().name(name).start(work));
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        containers.forEach(MessageListenerContainer::stop);
        offsets.forEach(KafkaOffsets::close);
        synchronized (threads) {
            threads.forEach(Thread::interrupt);
            for (var thread : threads) {
                try {
                    thread.join(STOP_MAX);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        var carrier = producer;
        if (carrier != null) {
            // What is not acknowledged is still in the outbox.
            carrier.close(Duration.ZERO);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
