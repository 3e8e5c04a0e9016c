package com.socialflow.engines;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Kafka's properties for a lone broker on one small machine. */
final class KafkaProperties {

    static final int NODE = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private KafkaProperties() {}

    static Map<String, String> of(Path directory, int port, int controllerPort, Map<String, String> more) {
        var all = new TreeMap<String, String>();
        all.putAll(lone());
        all.putAll(small());
        all.putAll(more);
        all.put("node.id", Integer.toString(NODE));
        all.put("process.roles", "broker,controller");
        all.put("log.dirs", directory.toString());
        all.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,%s://127.0.0.1:%d".formatted(port, CONTROLLER_LISTENER, controllerPort));
        all.put("advertised.listeners", "PLAINTEXT://127.0.0.1:%d".formatted(port));
        all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,%s:PLAINTEXT".formatted(CONTROLLER_LISTENER));
        all.put("controller.listener.names", CONTROLLER_LISTENER);
        all.put("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controllerPort));
        all.put("inter.broker.listener.name", "PLAINTEXT");
        return all;
    }

    /** There is no second copy of anything. */
    private static Map<String, String> lone() {
        return Map.ofEntries(
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // So each batch is on disk before it is acknowledged: the outbox forgets an event then.
                Map.entry("log.flush.interval.messages", "1"),
                // No other member is about to join.
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // After a kill the broker waits until its former self has timed out.
                Map.entry("broker.session.timeout.ms", "2000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                // What does not come up by then never will; it is started again.
                Map.entry("server.max.startup.time.ms", "120000"),
                // No follower waits for signs of life in the metadata, twice a second to disk.
                Map.entry("metadata.max.idle.interval.ms", "0"),
                // A topic is made on purpose.
                Map.entry("auto.create.topics.enable", "false"));
    }

    /** Few threads, buffers and files: together they save about 100 MB. */
    private static Map<String, String> small() {
        return Map.ofEntries(
                Map.entry("num.network.threads", "1"),
                Map.entry("num.io.threads", "2"),
                Map.entry("background.threads", "1"),
                Map.entry("num.recovery.threads.per.data.dir", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.num.partitions", "4"),
                Map.entry("log.cleaner.threads", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                Map.entry("log.cleaner.io.buffer.size", "65536"),
                Map.entry("log.segment.bytes", "134217728"),
                Map.entry("log.index.size.max.bytes", "1048576"),
                // A partition keeps a week and at most 1 GiB of events.
                Map.entry("log.retention.hours", "168"),
                Map.entry("log.retention.bytes", "1073741824"));
    }
}
