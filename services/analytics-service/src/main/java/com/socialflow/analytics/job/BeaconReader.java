package com.socialflow.analytics.job;

import static java.util.Objects.requireNonNull;

import com.socialflow.analytics.cells.Viewing;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads beacons from the log. What is too late for any cell, or no beacon at all, is counted and goes no further. */
final class BeaconReader implements KafkaRecordDeserializationSchema<Beacon> {

    private static final long serialVersionUID = 1;

    private transient @Nullable Counter late;
    private transient @Nullable Counter malformed;

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        late = context.getMetricGroup().counter("late");
        malformed = context.getMetricGroup().counter("malformed");
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> entry, Collector<Beacon> out) {
        Beacon beacon;
        try {
            beacon = BeaconCodec.read(entry.value());
        } catch (IllegalArgumentException e) {
            requireNonNull(malformed).inc();
            return;
        }
        if (Viewing.late(beacon)) {
            requireNonNull(late).inc();
            return;
        }
        out.collect(beacon);
    }

    @Override
    public TypeInformation<Beacon> getProducedType() {
        return CodecType.of(Kind.BEACON);
    }
}
