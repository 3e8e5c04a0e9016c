package com.socialflow.app.views;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import com.socialflow.views.Crowd;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.Session;
import com.socialflow.views.ViewRule;
import com.socialflow.views.Watch;
import com.socialflow.views.WatchKey;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How many views each video has, the simple way: the whole log at once, with nothing but the rule. And whether the log
 * has what was told, all of it and nothing else.
 */
final class LogReference {

    private static final String TOPIC = "views.beacons";
    private static final ViewRule RULE = new ViewRule(RuleSettings.PUBLIC);

    /** Beacons whose watches fit into a test's memory; of more, videos are taken in turns. */
    private static final long TURN = 2_000_000;

    private final String kafka;

    LogReference(String kafka) {
        this.kafka = kafka;
    }

    /** Counts of a video. */
    record Count(long views, long rawViews, Map<String, Long> rejected) {

        static final Count NONE = new Count(0, 0, Map.of());

        Count plus(Count other) {
            var reasons = new TreeMap<>(rejected);
            other.rejected.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
            return new Count(views + other.views, rawViews + other.rawViews, reasons);
        }
    }

    /** By video. */
    Map<Long, Count> counts(long beacons) {
        var found = new TreeMap<Long, Count>();
        var turns = 1 + beacons / TURN;
        for (var turn = 0L; turn < turns; turn++) {
            var now = turn;
            var watches = new HashMap<WatchKey, Watch>();
            read(beacon -> {
                var moment = beacon.moment();
                if (beacon.video().value() % turns == now
                        && moment.receivedMillis() - moment.atMillis() <= RuleSettings.PUBLIC.lateMillis()) {
                    watches.merge(beacon.watch(), RULE.watch().with(beacon), (known, _) -> known.with(beacon));
                }
            });
            count(watches, found);
        }
        return found;
    }

    private static void count(Map<WatchKey, Watch> watches, Map<Long, Count> to) {
        var crowds = new HashMap<CrowdKey, Crowd>();
        watches.forEach((key, watch) -> watch.view()
                .ifPresent(view -> CrowdKey.of(key.video(), view)
                        .ifPresent(crowd ->
                                crowds.merge(crowd, RULE.crowd().with(view), (known, _) -> known.with(view)))));
        watches.forEach((key, watch) -> watch.view().ifPresent(view -> {
            var reason = CrowdKey.of(key.video(), view)
                    .map(crowd -> requireNonNull(crowds.get(crowd)).verdict().reasonOf(view))
                    .orElseGet(view::reason);
            var one = reason.map(why -> new Count(0, 1, Map.of(why.code(), 1L))).orElse(new Count(1, 1, Map.of()));
            to.merge(key.video().value(), one, Count::plus);
        }));
    }

    /** Fails unless each session has the parts that it told, and no other session is there. */
    void hasExactly(Map<Session, Integer> parts) {
        var missing = new HashMap<Session, BitSet>();
        parts.forEach((session, count) -> {
            var all = new BitSet(count);
            all.set(0, count);
            missing.put(session, all);
        });
        read(beacon -> {
            var count = parts.get(beacon.session());
            assertThat(count).as("a session that nobody told").isNotNull();
            assertThat(beacon.sequence()).as("a part that nobody told").isLessThan(requireNonNull(count));
            requireNonNull(missing.get(beacon.session())).clear((int) beacon.sequence());
        });
        assertThat(missing.values().stream().mapToInt(BitSet::cardinality).sum())
                .as("parts that were acknowledged and are not in the log")
                .isZero();
    }

    private void read(Consumer<Beacon> reader) {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka, "max.poll.records", 5_000);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(part -> new TopicPartition(TOPIC, part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < requireNonNull(ends.get(partition)))) {
                consumer.poll(Duration.ofMillis(500)).forEach(entry -> reader.accept(BeaconCodec.read(entry.value())));
            }
        }
    }
}
