package com.socialflow.platform.policy.cedar;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule.
 *
 * @param id its {@code @id}, or its file and line
 * @param annotations what is written before it
 * @param forbids whether it forbids rather than permits
 * @param actions what it is about; empty: everything
 * @param condition when it counts, the rest of its scope included
 */
public record Policy(String id, Map<String, String> annotations, boolean forbids, Set<String> actions, Term condition) {

    static final String ACTION = "Action";

    /** The code that its {@code @problem} gives to what it forbids. */
    public @Nullable String problem() {
        return annotations.get("problem");
    }

    /** Whether it counts for a request about one of its actions. */
    boolean holds(Request request) {
        try {
            return condition.truth(request);
        } catch (EvaluationError e) {
            return false;
        }
    }
}
