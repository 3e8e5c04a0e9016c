package com.socialflow.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/** What travels beside an event's bytes. */
final class EventHeaders {

    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String TRACEPARENT = "traceparent";

    private EventHeaders() {}

    static void write(Headers headers, OutboxStore.Row row) {
        headers.add(ID, ByteBuffer.allocate(Long.BYTES).putLong(row.eventId()).array());
        headers.add(TYPE, row.eventType().getBytes(UTF_8));
        if (row.traceparent() != null) {
            headers.add(TRACEPARENT, row.traceparent().getBytes(UTF_8));
        }
    }

    /** The event's id, the same at every delivery. */
    static long id(Headers headers) {
        return ByteBuffer.wrap(
                        text(headers, ID).orElseThrow(() -> new IllegalArgumentException("an event without an id")))
                .getLong();
    }

    static String type(Headers headers) {
        return text(headers, TYPE).map(bytes -> new String(bytes, UTF_8)).orElse("");
    }

    static Optional<String> traceparent(Headers headers) {
        return text(headers, TRACEPARENT).map(bytes -> new String(bytes, UTF_8));
    }

    private static Optional<byte[]> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(header -> header.value());
    }
}
