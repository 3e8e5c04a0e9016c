package com.socialflow.user.admin;

import com.socialflow.core.Problem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are asked for; null: whatever it is.
 *
 * @param text the beginning of a username, or a whole email address
 */
record AccountQuery(
        @Nullable String text,
        @Nullable String state,
        @Nullable String role) {

    private static final Set<String> STATES = Set.of("active", "awaiting-approval", "suspended", "leaving");

    AccountQuery {
        if (text != null && text.isBlank()) {
            text = null;
        }
        if (state != null && !STATES.contains(state)) {
            throw Problem.badRequest("bad-state", "a state is one of %s", String.join(", ", STATES));
        }
        if (role != null && !ManagedAccount.ROLES.contains(role)) {
            throw Problem.badRequest("bad-role", "a role is one of %s", String.join(", ", ManagedAccount.ROLES));
        }
    }
}
