package com.socialflow.analytics.job;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Flink's name for the type of a {@link Kind}. Never a key: keys are text, whose hash is the same in every process. */
final class CodecType<T> extends TypeInformation<T> {

    private static final long serialVersionUID = 1;

    private final Kind kind;

    private CodecType(Kind kind) {
        this.kind = kind;
    }

    /** The type of the kind; the caller knows which that is. */
    static <T> CodecType<T> of(Kind kind) {
        return new CodecType<>(kind);
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<T> getTypeClass() {
        return (Class<T>) kind.type();
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new CodecSerializer<>(kind);
    }

    @Override
    public String toString() {
        return kind.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodecType<?> that && that.kind == kind;
    }

    @Override
    public int hashCode() {
        return kind.name().hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof CodecType;
    }
}
