package com.socialflow.platform.policy;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** What methods of controllers and of gRPC say that they do; found once for each. */
public final class Declarations {

    /** What controllers do that cannot carry a {@link Permit}, by the beginnings of their names. */
    private static final Map<String, Requirement> OF_OTHERS = Map.of(
            // A library: the description of the API holds nothing that the API does not show.
            "org.springdoc.", new Requirement("api-description.read", Permit.ANY_SCOPE),
            // Policies stand on it: says what the server refused.
            "com.socialflow.platform.web.ProblemErrors", new Requirement("problem.show", Permit.ANY_SCOPE));

    private static final Map<Method, Optional<Requirement>> FOUND = new ConcurrentHashMap<>();

    private Declarations() {}

    /** The action of the method; empty when it has none, and is refused. */
    public static Optional<String> action(Method method) {
        return of(method).map(Requirement::action);
    }

    static Optional<Requirement> of(Method method) {
        var found = FOUND.get(method);
        return found == null ? FOUND.computeIfAbsent(method, Declarations::find) : found;
    }

    private static Optional<Requirement> find(Method method) {
        var permit = AnnotatedElementUtils.findMergedAnnotation(method, Permit.class);
        if (permit == null) {
            permit = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), Permit.class);
        }
        if (permit != null) {
            return Optional.of(Requirement.of(permit));
        }
        var owner = method.getDeclaringClass().getName();
        return OF_OTHERS.entrySet().stream()
                .filter(other -> owner.startsWith(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
