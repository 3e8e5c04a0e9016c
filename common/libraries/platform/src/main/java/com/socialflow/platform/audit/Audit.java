package com.socialflow.platform.audit;

/** The audit trail, as every service writes it. */
public interface Audit {

    /**
     * Records what happened: in the present transaction, so that both happen or neither does; without one, in one of its
     * own.
     */
    void record(AuditEntry entry);
}
