package com.socialflow.platform.policy;

import java.util.Set;

/**
 * What somebody needs for a method.
 *
 * @param scope what somebody's program needs; empty: it is not for programs
 */
record Requirement(String action, String scope) {

    static Requirement of(Permit permit) {
        return new Requirement(permit.value(), permit.scope());
    }

    /** Whether a program with these scopes may ask at all. */
    boolean within(Set<String> scopes) {
        return scope.equals(Permit.ANY_SCOPE) || (!scope.isEmpty() && scopes.contains(scope));
    }
}
