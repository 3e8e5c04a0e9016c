package com.socialflow.analytics.job;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import com.socialflow.proto.analytics.v1.CellChange;
import com.socialflow.proto.analytics.v1.CellRow;
import com.socialflow.proto.analytics.v1.ViewChange;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import com.socialflow.views.ImpressionCodec;
import com.socialflow.views.Impressions;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.ViewRule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What the job keeps and sends; nobody changes a value once it is made. Savepoints hold these names: add kinds, never
 * rename one.
 */
enum Kind {
    BEACON(Beacon.class, new OfBeacons()),
    VIEW_CHANGE(ViewChange.class, new MessageCodec<>(ViewChange.parser())),
    CELL_CHANGE(CellChange.class, new MessageCodec<>(CellChange.parser())),
    CELL_ROW(CellRow.class, new MessageCodec<>(CellRow.parser())),
    TOLD(Told.class, new OfTold()),
    IMPRESSIONS(Impressions.class, new OfImpressions());

    /** The rule that everybody applies. */
    static final ViewRule RULE = new ViewRule(RuleSettings.PUBLIC);

    private final Class<?> type;
    private final Codec<?> codec;

    Kind(Class<?> type, Codec<?> codec) {
        this.type = type;
        this.codec = codec;
    }

    Class<?> type() {
        return type;
    }

    Codec<?> codec() {
        return codec;
    }

    /** Protobuf's own bytes. */
    private record MessageCodec<T extends MessageLite>(Parser<T> parser) implements Codec<T> {

        @Override
        public byte[] encode(T value) {
            return value.toByteArray();
        }

        @Override
        public T decode(byte[] bytes) throws IOException {
            return parser.parseFrom(bytes);
        }
    }

    private record OfBeacons() implements Codec<Beacon> {

        @Override
        public byte[] encode(Beacon value) {
            return BeaconCodec.write(value);
        }

        @Override
        public Beacon decode(byte[] bytes) {
            return BeaconCodec.read(bytes);
        }
    }

    private record OfImpressions() implements Codec<Impressions> {

        @Override
        public byte[] encode(Impressions value) {
            return ImpressionCodec.write(value);
        }

        @Override
        public Impressions decode(byte[] bytes) {
            return ImpressionCodec.read(bytes);
        }
    }

    /** An entry, and before it a byte that says of which log. */
    private record OfTold() implements Codec<Told> {

        @Override
        public byte[] encode(Told value) {
            return switch (value) {
                case Told.OfBeacon(var beacon) -> marked(0, BeaconCodec.write(beacon));
                case Told.OfImpressions(var impressions) -> marked(1, ImpressionCodec.write(impressions));
            };
        }

        private static byte[] marked(int mark, byte[] entry) {
            return ByteBuffer.allocate(1 + entry.length)
                    .put((byte) mark)
                    .put(entry)
                    .array();
        }

        @Override
        public Told decode(byte[] bytes) {
            var entry = Arrays.copyOfRange(bytes, 1, bytes.length);
            return bytes[0] == 0
                    ? new Told.OfBeacon(BeaconCodec.read(entry))
                    : new Told.OfImpressions(ImpressionCodec.read(entry));
        }
    }
}
