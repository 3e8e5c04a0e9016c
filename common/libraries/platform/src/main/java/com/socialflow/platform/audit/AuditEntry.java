package com.socialflow.platform.audit;

import com.socialflow.core.AccountId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that an auditor may ask about. Who did it, from where and in which request is added when it is recorded.
 *
 * @param action as policies call it, such as {@code session.open}
 * @param actor who did it, where that is another than who is signed in; null: who is signed in, or nobody
 * @param target what it was done to, such as {@code account:0HZ…}
 * @param details further facts, never a secret; at most 20 of at most 500 characters
 */
public record AuditEntry(
        String action, Outcome outcome, @Nullable AccountId actor, String target, Map<String, String> details) {

    /** How it ended. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    public AuditEntry {
        details = Map.copyOf(details);
    }

    /** Something that was done to an account. */
    public static AuditEntry done(String action, AccountId account, Map<String, String> details) {
        return new AuditEntry(action, Outcome.DONE, null, "account:" + account, details);
    }

    /** Something that somebody tried on an account, and was refused. */
    public static AuditEntry refused(String action, AccountId account, Map<String, String> details) {
        return new AuditEntry(action, Outcome.REFUSED, null, "account:" + account, details);
    }
}
