package com.socialflow.platform.audit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.socialflow.platform.secrets.Envelopes;

/**
 * Closes what is personal in an event on its way to the audit log: outboxes and Kafka keep it for days, and no service
 * but the log's has the keys of people.
 */
public class AuditSeal {

    private static final String PURPOSE = "audit-event";

    private final Envelopes envelopes;

    AuditSeal(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    byte[] close(Message part) {
        return envelopes.close(PURPOSE, part.toByteArray());
    }

    /**
     * What was closed.
     *
     * @throws IllegalStateException when it does not open here
     */
    public <M extends Message> M open(byte[] closed, Parser<M> parser) {
        try {
            return parser.parseFrom(envelopes
                    .open(PURPOSE, closed)
                    .orElseThrow(() -> new IllegalStateException("a part of an audit event does not open")));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a part of an audit event cannot be read", e);
        }
    }
}
