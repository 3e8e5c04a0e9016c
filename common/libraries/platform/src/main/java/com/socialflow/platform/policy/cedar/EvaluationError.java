package com.socialflow.platform.policy.cedar;

/** A policy that cannot be evaluated for a request: it does not count for it. */
final class EvaluationError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final EvaluationError TYPE = new EvaluationError("a value of another type is needed here");
    static final EvaluationError NO_ENTITY = new EvaluationError("nothing is known of this entity");
    static final EvaluationError NO_ATTRIBUTE = new EvaluationError("there is no such attribute");
    static final EvaluationError OVERFLOW = new EvaluationError("the number does not fit into 64 bits");

    private EvaluationError(String message) {
        // Thrown at every request that such a policy does not fit, and never looked at.
        super(message, null, false, false);
    }
}
