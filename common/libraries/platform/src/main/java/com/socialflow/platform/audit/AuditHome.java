package com.socialflow.platform.audit;

/**
 * Declared by the service that keeps the audit log: in its process entries go through its own outbox, from where they
 * reach the log without Kafka, whichever service recorded them.
 */
public record AuditHome(String service) {}
