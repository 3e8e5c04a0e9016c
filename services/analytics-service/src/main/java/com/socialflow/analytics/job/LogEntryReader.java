package com.socialflow.analytics.job;

import static java.util.Objects.requireNonNull;

import com.socialflow.analytics.cells.Viewing;
import com.socialflow.views.BeaconCodec;
import com.socialflow.views.ImpressionCodec;
import com.socialflow.views.ImpressionRule;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads entries of both logs. What is too late for any cell, or cannot be read, is counted and goes no further. */
final class LogEntryReader implements KafkaRecordDeserializationSchema<Told> {

    private static final long serialVersionUID = 1;

    private final String impressions;
    private transient @Nullable Counter late;
    private transient @Nullable Counter malformed;

    /** With the topic whose entries are impressions; those of others are beacons. */
    LogEntryReader(String impressions) {
        this.impressions = impressions;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        late = context.getMetricGroup().counter("late");
        malformed = context.getMetricGroup().counter("malformed");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> entry, Collector<Told> out) {
        try {
            if (entry.topic().equals(impressions)) {
                impressions(entry.value(), out);
            } else {
                beacon(entry.value(), out);
            }
        } catch (IllegalArgumentException e) {
            requireNonNull(malformed).inc();
        }
    }

    private void beacon(byte[] entry, Collector<Told> out) {
        var beacon = BeaconCodec.read(entry);
        if (Viewing.late(beacon)) {
            requireNonNull(late).inc();
        } else {
            out.collect(new Told.OfBeacon(beacon));
        }
    }

    /** Those of them that are late nobody counts: the rule says so. */
    private void impressions(byte[] entry, Collector<Told> out) {
        var told = ImpressionCodec.read(entry);
        requireNonNull(late)
                .inc(told.shown().stream()
                        .filter(one -> ImpressionRule.late(told, one))
                        .count());
        out.collect(new Told.OfImpressions(told));
    }

    @Override
    public TypeInformation<Told> getProducedType() {
        return CodecType.of(Kind.TOLD);
    }
}
