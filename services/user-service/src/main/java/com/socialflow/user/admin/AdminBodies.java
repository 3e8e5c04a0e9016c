package com.socialflow.user.admin;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.user.admin.ManagedAccount.Suspension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What goes in and out of the administrators' calls. */
final class AdminBodies {

    /** Characters. What a letter can say in a paragraph. */
    private static final int REASON_MAX = 1_000;

    private AdminBodies() {}

    record RolesForm(@Nullable List<String> roles) {

        /**
         * The roles.
         *
         * @throws Problem 422 when one is none
         */
        Set<String> checked() {
            if (roles == null) {
                throw Problem.invalid("roles", "required", "this is needed");
            }
            for (var role : roles) {
                if (!ManagedAccount.ROLES.contains(role)) {
                    throw Problem.invalid(
                            "roles", "unknown", "a role is one of %s", String.join(", ", sorted(ManagedAccount.ROLES)));
                }
            }
            return Set.copyOf(new TreeSet<>(roles));
        }
    }

    record SuspensionForm(@Nullable String reason, @Nullable Instant until) {

        /**
         * The reason.
         *
         * @throws Problem 422 when there is none, or too much of it
         */
        String checkedReason() {
            if (reason == null || reason.isBlank()) {
                throw Problem.invalid("reason", "required", "the person is told why");
            }
            if (reason.length() > REASON_MAX) {
                throw Problem.invalid("reason", "too-long", "a reason has at most %d characters", REASON_MAX);
            }
            return reason.strip();
        }
    }

    record ClaimForm(@Nullable String token) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "ClaimForm[]";
        }
    }

    /** An account in a list. */
    record Row(AccountId id, String username, String displayName, String state, List<String> roles, Instant createdAt) {

        static Row of(ManagedAccount account) {
            return new Row(
                    account.id(),
                    account.username(),
                    account.displayName(),
                    account.state(),
                    sorted(account.roles()),
                    account.createdAt());
        }
    }

    /** All of an account. */
    record Detail(
            AccountId id,
            String username,
            String displayName,
            String email,
            boolean emailVerified,
            LocalDate birthDate,
            String state,
            List<String> roles,
            String locale,
            Instant createdAt,
            boolean hasPassword,
            boolean mustChangePassword,
            @Nullable SuspensionView suspension) {

        static Detail of(ManagedAccount account) {
            return new Detail(
                    account.id(),
                    account.username(),
                    account.displayName(),
                    account.email(),
                    account.emailVerified(),
                    account.birthDate(),
                    account.state(),
                    sorted(account.roles()),
                    account.locale(),
                    account.createdAt(),
                    account.mustChangePassword() != null,
                    Boolean.TRUE.equals(account.mustChangePassword()),
                    SuspensionView.of(account.suspension()));
        }
    }

    record SuspensionView(String reason, @Nullable Instant until, AccountId by, Instant since) {

        static @Nullable SuspensionView of(@Nullable Suspension suspension) {
            return suspension == null
                    ? null
                    : new SuspensionView(suspension.reason(), suspension.until(), suspension.by(), suspension.since());
        }
    }

    private static List<String> sorted(Set<String> texts) {
        return texts.stream().sorted().toList();
    }
}
