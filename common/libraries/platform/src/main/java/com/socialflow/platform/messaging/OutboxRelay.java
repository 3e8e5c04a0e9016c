package com.socialflow.platform.messaging;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries one service's outbox to its topic, in order, at least once. Of any number of processes one at a time has the
 * turn, which is a row lock: it ends with the connection of a process that died.
 */
class OutboxRelay implements Runnable {

    /** Events a turn: enough to fill Kafka's batches, few enough to hold in memory and to end a turn soon. */
    static final int BATCH_MAX = 500;

    /** How long an event of another process, or one left by a dead one, may lie unseen. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /**
     * From one turn to the next at least, unless there is more than a batch: an event that comes alone leaves at once,
     * those of a busy moment share the cost of a turn.
     */
    private static final Duration BETWEEN_TURNS = Duration.ofMillis(100);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** A turn holds a transaction open while Kafka acknowledges: bounded, so that no lock stays for long. */
    private static final Duration ACKNOWLEDGEMENT_MAX = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final String service;
    private final OutboxStore store;
    private final Producer<byte[], byte[]> producer;
    private final TransactionTemplate transactions;
    private final RelaySignal signal;
    private final HomeEvents home;

    OutboxRelay(
            String service,
            OutboxStore store,
            Producer<byte[], byte[]> producer,
            TransactionTemplate transactions,
            RelaySignal signal,
            HomeEvents home) {
        this.service = service;
        this.store = store;
        this.producer = producer;
        this.transactions = transactions;
        this.signal = signal;
        this.home = home;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var began = System.nanoTime();
                if (turn() < BATCH_MAX) {
                    awaitEvents();
                    TimeUnit.NANOSECONDS.sleep(BETWEEN_TURNS.toNanos() - (System.nanoTime() - began));
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("outbox of {} waits: {}", service, e.toString());
                if (!pause()) {
                    return;
                }
            }
        }
    }

    /** A look costs one question, a turn a transaction of three. */
    private void awaitEvents() throws InterruptedException {
        boolean some;
        do {
            some = signal.await(service, LOOK_EVERY) || store.any();
        } while (!some);
    }

    /** Carries one batch and gives its size; 0 when there is nothing, or the turn is another process's. */
    private int turn() {
        var carried = transactions.execute(_ -> {
            if (!store.takeTurn()) {
                return 0;
            }
            var rows = store.oldest(BATCH_MAX);
            if (!rows.isEmpty()) {
                await(rows.stream()
                        .filter(row -> !home.takes(row))
                        .map(row -> producer.send(record(row)))
                        .toList());
                home.handle(rows);
                store.remove(rows);
            }
            return rows.size();
        });
        return carried == null ? 0 : carried;
    }

    private ProducerRecord<byte[], byte[]> record(OutboxStore.Row row) {
        var key = ByteBuffer.allocate(Long.BYTES).putLong(row.orderingKey()).array();
        var record = new ProducerRecord<>(EventTypes.topicOf(row.eventType()), key, row.payload());
        EventHeaders.write(record.headers(), row);
        return record;
    }

    private static void await(List<Future<RecordMetadata>> sends) {
        var deadline = System.nanoTime() + ACKNOWLEDGEMENT_MAX.toNanos();
        try {
            for (var send : sends) {
                send.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not acknowledge", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while Kafka had not acknowledged", e);
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
