package com.socialflow.platform.audit;

/** The audit trail, as every service writes it. */
public interface Audit {

    /**
     * Records what happened: in the present transaction, so that both happen or neither does; without one, in one of
     * its own. A refusal that rolls its transaction back is recorded after that, or not at all.
     */
    void record(AuditEntry entry);
}
