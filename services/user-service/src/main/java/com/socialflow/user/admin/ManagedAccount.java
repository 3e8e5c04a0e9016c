package com.socialflow.user.admin;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as an administrator sees it.
 *
 * @param mustChangePassword null: it has no password
 */
record ManagedAccount(
        AccountId id,
        String username,
        String displayName,
        String email,
        boolean emailVerified,
        LocalDate birthDate,
        Set<String> roles,
        String state,
        String locale,
        Instant createdAt,
        @Nullable Boolean mustChangePassword,
        @Nullable Suspension suspension) {

    static final String ADMIN = "admin";
    static final String ACTIVE = "active";
    static final String SUSPENDED = "suspended";

    /** What a person can be beside a person. */
    static final Set<String> ROLES = Set.of(ADMIN, "moderator", "creator", "viewer", "advertiser", "service");

    ManagedAccount {
        roles = Set.copyOf(roles);
    }

    boolean isAdmin() {
        return roles.contains(ADMIN);
    }

    /**
     * Why and how long somebody may not come in.
     *
     * @param until null: until an administrator ends it
     * @param by the administrator
     */
    record Suspension(String reason, @Nullable Instant until, AccountId by, Instant since) {}
}
