package com.socialflow.platform.monitoring;

import com.google.errorprone.annotations.MustBeClosed;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries a trace through places that no library instruments: the outbox and Kafka (W3C Trace Context). */
public final class Traceparent {

    private static final String NAME = "traceparent";

    private static final TextMapGetter<Map<String, String>> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return List.copyOf(carrier.keySet());
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null ? null : carrier.get(key);
        }
    };

    private Traceparent() {}

    /** The header of the trace that this thread works for; null when it works for none. */
    public static @Nullable String current() {
        var carrier = new HashMap<String, String>();
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), carrier, (_, key, value) -> carrier.put(key, value));
        return carrier.get(NAME);
    }

    /** Works for that trace until closed. */
    @MustBeClosed
    public static Scope continued(Optional<String> traceparent) {
        var carrier = traceparent.map(value -> Map.of(NAME, value)).orElse(Map.of());
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), carrier, GETTER)
                .makeCurrent();
    }
}
