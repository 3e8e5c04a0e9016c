package com.socialflow.platform.policy.cedar;

/** Terms of truth and comparison. */
final class Logic {

    private Logic() {}

    /** The second is looked at only when the first is true. */
    record And(Term first, Term second) implements Term {

        @Override
        public Boolean value(Request request) {
            return truth(request);
        }

        @Override
        public boolean truth(Request request) {
            return first.truth(request) && second.truth(request);
        }
    }

    /** The second is looked at only when the first is false. */
    record Or(Term first, Term second) implements Term {

        @Override
        public Boolean value(Request request) {
            return truth(request);
        }

        @Override
        public boolean truth(Request request) {
            return first.truth(request) || second.truth(request);
        }
    }

    record Not(Term term) implements Term {

        @Override
        public Boolean value(Request request) {
            return truth(request);
        }

        @Override
        public boolean truth(Request request) {
            return !term.truth(request);
        }
    }

    /** Only the chosen one of both is looked at. */
    record If(Term condition, Term then, Term otherwise) implements Term {

        @Override
        public Object value(Request request) {
            return condition.truth(request) ? then.value(request) : otherwise.value(request);
        }
    }

    /** Values of any types; of different ones they differ. */
    record Equal(Term first, Term second) implements Term {

        @Override
        public Boolean value(Request request) {
            return truth(request);
        }

        @Override
        public boolean truth(Request request) {
            return first.value(request).equals(second.value(request));
        }
    }

    /** Of two numbers. */
    enum Order {
        LESS {
            @Override
            boolean holds(long first, long second) {
                return first < second;
            }
        },
        AT_MOST {
            @Override
            boolean holds(long first, long second) {
                return first <= second;
            }
        },
        MORE {
            @Override
            boolean holds(long first, long second) {
                return first > second;
            }
        },
        AT_LEAST {
            @Override
            boolean holds(long first, long second) {
                return first >= second;
            }
        };

        abstract boolean holds(long first, long second);
    }

    record Compare(Order order, Term first, Term second) implements Term {

        @Override
        public Boolean value(Request request) {
            return truth(request);
        }

        @Override
        public boolean truth(Request request) {
            return order.holds(first.number(request), second.number(request));
        }
    }

    record Negative(Term term) implements Term {

        @Override
        public Long value(Request request) {
            var number = term.number(request);
            if (number == Long.MIN_VALUE) {
                throw EvaluationError.OVERFLOW;
            }
            return -number;
        }
    }
}
