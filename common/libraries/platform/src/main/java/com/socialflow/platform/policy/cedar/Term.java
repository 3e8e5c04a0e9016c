package com.socialflow.platform.policy.cedar;

import java.util.Map;
import java.util.Set;

/** A part of an expression, ready to be evaluated. */
interface Term {

    /**
     * Its value for a request.
     *
     * @throws EvaluationError when it has none
     */
    Object value(Request request);

    /** Its value, which must be true or false. */
    default boolean truth(Request request) {
        if (value(request) instanceof Boolean truth) {
            return truth;
        }
        throw EvaluationError.TYPE;
    }

    /** Its value, which must be a number. */
    default long number(Request request) {
        if (value(request) instanceof Long number) {
            return number;
        }
        throw EvaluationError.TYPE;
    }

    /** Its value, which must be a set. */
    default Set<?> set(Request request) {
        if (value(request) instanceof Set<?> set) {
            return set;
        }
        throw EvaluationError.TYPE;
    }

    /** Its value, which must be an entity. */
    default Uid entity(Request request) {
        if (value(request) instanceof Uid uid) {
            return uid;
        }
        throw EvaluationError.TYPE;
    }

    /** A value that is the same for every request. */
    record Constant(Object value) implements Term {

        @Override
        public Object value(Request request) {
            return value;
        }
    }

    /** {@code principal}, {@code action}, {@code resource} or {@code context}. */
    enum Variable implements Term {
        PRINCIPAL {
            @Override
            public Uid value(Request request) {
                return request.principal().uid();
            }
        },
        ACTION {
            @Override
            public Uid value(Request request) {
                return new Uid(Policy.ACTION, request.action());
            }
        },
        RESOURCE {
            @Override
            public Uid value(Request request) {
                return request.resource().uid();
            }
        },
        CONTEXT {
            @Override
            public Map<String, Object> value(Request request) {
                return request.context();
            }
        }
    }
}
