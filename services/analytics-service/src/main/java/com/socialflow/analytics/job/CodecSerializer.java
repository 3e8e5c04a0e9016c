package com.socialflow.analytics.job;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Flink's serializer of a {@link Kind}: a length and the bytes of its codec. A savepoint names the kind, not a class,
 * so that classes may be renamed between two versions of the job; what the bytes mean is protobuf's to keep.
 */
final class CodecSerializer<T> extends TypeSerializer<T> {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    CodecSerializer(Kind kind) {
        this.kind = kind;
    }

    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    public @Nullable T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        return from;
    }

    @Override
    public T copy(T from, T reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        var bytes = this.<T>codec().encode(value);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        return this.<T>codec().decode(read(source));
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        var bytes = read(source);
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    private static byte[] read(DataInputView source) throws IOException {
        var bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return bytes;
    }

    @SuppressWarnings("unchecked")
    private <S> Codec<S> codec() {
        return (Codec<S>) kind.codec();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodecSerializer<?> that && that.kind == kind;
    }

    @Override
    public int hashCode() {
        // Not the constant's own, which differs from process to process.
        return kind.name().hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new Snapshot<>(kind);
    }

    /** What a savepoint says of a serializer: the name of its kind. */
    public static final class Snapshot<T> implements TypeSerializerSnapshot<T> {

        private static final int VERSION = 1;

        private @Nullable Kind kind;

        /** For Flink, which reads it then. */
        public Snapshot() {}

        private Snapshot(Kind kind) {
            this.kind = kind;
        }

        @Override
        public int getCurrentVersion() {
            return VERSION;
        }

        @Override
        public void writeSnapshot(DataOutputView out) throws IOException {
            out.writeUTF(kind().name());
        }

        @Override
        public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
            kind = Kind.valueOf(in.readUTF());
        }

        @Override
        public TypeSerializer<T> restoreSerializer() {
            return new CodecSerializer<>(kind());
        }

        @Override
        public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> older) {
            return older instanceof Snapshot<T> that && that.kind == kind
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }

        private Kind kind() {
            return Objects.requireNonNull(kind);
        }
    }
}
