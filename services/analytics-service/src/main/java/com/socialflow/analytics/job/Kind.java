package com.socialflow.analytics.job;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import com.socialflow.proto.analytics.v1.CellChange;
import com.socialflow.proto.analytics.v1.CellRow;
import com.socialflow.proto.analytics.v1.ViewChange;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.ViewRule;
import java.io.IOException;

/** What the job keeps and sends. Savepoints hold these names: add kinds, never rename one. */
enum Kind {
    BEACON(Beacon.class, true, new OfBeacons()),
    VIEW_CHANGE(ViewChange.class, true, new MessageCodec<>(ViewChange.parser())),
    CELL_CHANGE(CellChange.class, true, new MessageCodec<>(CellChange.parser())),
    CELL_ROW(CellRow.class, true, new MessageCodec<>(CellRow.parser()));

    /** The rule that everybody applies. */
    static final ViewRule RULE = new ViewRule(RuleSettings.PUBLIC);

    private final Class<?> type;
    private final boolean immutable;
    private final Codec<?> codec;

    Kind(Class<?> type, boolean immutable, Codec<?> codec) {
        this.type = type;
        this.immutable = immutable;
        this.codec = codec;
    }

    Class<?> type() {
        return type;
    }

    /** Whether nobody changes a value once it is made. */
    boolean immutable() {
        return immutable;
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
}
