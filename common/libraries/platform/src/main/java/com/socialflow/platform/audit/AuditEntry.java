package com.socialflow.platform.audit;

import com.socialflow.core.AccountId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that an auditor may ask about. Who did it, from where and in which request is added when it is recorded.
 *
 * @param action as policies call it, such as {@code session.open}
 * @param actor who did it, where that is another than who is signed in; null: who is signed in, or nobody
 * @param target what it was done to, such as {@code account:0HZ…}
 * @param details further facts, never a secret; of more than 20, and of more than 500 characters each, the rest is cut
 */
public record AuditEntry(
        String action, Outcome outcome, @Nullable AccountId actor, String target, Map<String, String> details) {

    /** The kind of target that a person is. */
    static final String ACCOUNT = "account:";

    private static final int DETAILS_MAX = 20;

    /** Characters of a text; what is recorded must never be a reason to fail. */
    private static final int TEXT_MAX = 500;

    /** How it ended. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    public AuditEntry {
        action = cut(action);
        target = cut(target);
        var few = new TreeMap<String, String>();
        new TreeMap<>(details)
                .entrySet().stream()
                        .limit(DETAILS_MAX)
                        .forEach(detail -> few.put(cut(detail.getKey()), cut(detail.getValue())));
        details = Map.copyOf(few);
    }

    static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX);
    }

    /** Something that was done to an account. */
    public static AuditEntry done(String action, AccountId account, Map<String, String> details) {
        return new AuditEntry(action, Outcome.DONE, null, ACCOUNT + account, details);
    }

    /** Something that somebody tried on an account, and was refused. */
    public static AuditEntry refused(String action, AccountId account, Map<String, String> details) {
        return new AuditEntry(action, Outcome.REFUSED, null, ACCOUNT + account, details);
    }
}
