package com.socialflow.platform.policy.cedar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Terms that make or look into entities, records and sets. */
final class Access {

    private Access() {}

    /** {@code of.name}. */
    record Attribute(Term of, String name) implements Term {

        @Override
        public Object value(Request request) {
            var found = attributes(of.value(request), request);
            if (found == null) {
                throw EvaluationError.NO_ENTITY;
            }
            var value = found.get(name);
            if (value == null) {
                throw EvaluationError.NO_ATTRIBUTE;
            }
            return value;
        }
    }

    /** {@code of has name}; of an entity that is not known: no. */
    record Has(Term of, String name) implements Term {

        @Override
        public Boolean value(Request request) {
            var found = attributes(of.value(request), request);
            return found != null && found.containsKey(name);
        }
    }

    private static @Nullable Map<?, ?> attributes(Object of, Request request) {
        return switch (of) {
            case Uid uid -> {
                var entity = request.find(uid);
                yield entity == null ? null : entity.attributes();
            }
            case Map<?, ?> map -> map;
            default -> throw EvaluationError.TYPE;
        };
    }

    /** {@code member in group}, where the group is an entity or a set of them. */
    record In(Term member, Term group) implements Term {

        @Override
        public Boolean value(Request request) {
            var uid = member.entity(request);
            return switch (group.value(request)) {
                case Uid one -> request.in(uid, one);
                case Set<?> many -> {
                    var found = false;
                    for (var each : many) {
                        if (!(each instanceof Uid one)) {
                            throw EvaluationError.TYPE;
                        }
                        found |= request.in(uid, one);
                    }
                    yield found;
                }
                default -> throw EvaluationError.TYPE;
            };
        }
    }

    /** {@code term is type}. */
    record Is(Term term, String type) implements Term {

        @Override
        public Boolean value(Request request) {
            return term.entity(request).type().equals(type);
        }
    }

    /** {@code set.contains(element)}. */
    record Contains(Term set, Term element) implements Term {

        @Override
        public Boolean value(Request request) {
            return set.set(request).contains(element.value(request));
        }
    }

    /** {@code set.containsAll(others)}. */
    record ContainsAll(Term set, Term others) implements Term {

        @Override
        public Boolean value(Request request) {
            return set.set(request).containsAll(others.set(request));
        }
    }

    /** {@code set.containsAny(others)}. */
    record ContainsAny(Term set, Term others) implements Term {

        @Override
        public Boolean value(Request request) {
            var in = set.set(request);
            for (var each : others.set(request)) {
                if (in.contains(each)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A set literal. */
    record SetOf(List<Term> elements) implements Term {

        @Override
        public Set<Object> value(Request request) {
            var values = HashSet.newHashSet(elements.size());
            for (var element : elements) {
                values.add(element.value(request));
            }
            return values;
        }
    }

    /** A record literal. */
    record RecordOf(Map<String, Term> fields) implements Term {

        @Override
        public Map<String, Object> value(Request request) {
            var values = HashMap.<String, Object>newHashMap(fields.size());
            fields.forEach((name, term) -> values.put(name, term.value(request)));
            return values;
        }
    }
}
