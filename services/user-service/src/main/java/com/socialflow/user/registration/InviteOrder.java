package com.socialflow.user.registration;

import com.socialflow.core.Problem;
import com.socialflow.user.accounts.Email;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Invitations that somebody wants to give away: to these addresses, or so many to whom it may concern.
 *
 * @param emails null for an invitation that is nobody's yet
 */
record InviteOrder(List<@Nullable Email> emails, Set<String> roles, Duration lifetime) {

    /** At once: each may be a letter. */
    static final int AT_ONCE_MAX = 100;

    private static final int DAYS_DEFAULT = 14;
    private static final int DAYS_MAX = 90;

    /** Roles that a person can have. */
    private static final Set<String> ROLES = Set.of("admin", "moderator", "creator", "viewer", "advertiser");

    /** What somebody sends for it: anything yet. */
    record Form(
            @Nullable List<@Nullable String> emails,
            @Nullable Integer count,
            @Nullable List<@Nullable String> roles,
            @Nullable Integer expiresInDays) {}

    /**
     * What the form says.
     *
     * @throws Problem 422 with what is wrong with it
     */
    static InviteOrder read(Form form) {
        var days = form.expiresInDays() == null ? DAYS_DEFAULT : form.expiresInDays();
        if (days < 1 || days > DAYS_MAX) {
            throw Problem.invalid("expiresInDays", "out-of-range", "from 1 to %d days", DAYS_MAX);
        }
        return new InviteOrder(receivers(form), roles(form), Duration.ofDays(days));
    }

    private static List<@Nullable Email> receivers(Form form) {
        if (form.emails() != null && form.count() != null) {
            throw Problem.invalid("count", "not-both", "either addresses, or how many");
        }
        var count = form.emails() != null ? form.emails().size() : form.count() == null ? 1 : form.count();
        if (count < 1 || count > AT_ONCE_MAX) {
            throw Problem.invalid(
                    form.emails() == null ? "count" : "emails", "out-of-range", "from 1 to %d at once", AT_ONCE_MAX);
        }
        if (form.emails() == null) {
            var anybody = new ArrayList<@Nullable Email>();
            for (var i = 0; i < count; i++) {
                anybody.add(null);
            }
            return anybody;
        }
        var known = new LinkedHashMap<String, Email>();
        for (var text : form.emails()) {
            var email = Email.find(text == null ? "" : text)
                    .orElseThrow(() -> Problem.invalid("emails", "malformed", "one of these takes no mail"));
            known.putIfAbsent(email.key(), email);
        }
        return new ArrayList<>(known.values());
    }

    private static Set<String> roles(Form form) {
        if (form.roles() == null) {
            return Set.of();
        }
        for (var role : form.roles()) {
            if (role == null || !ROLES.contains(role)) {
                throw Problem.invalid("roles", "unknown", "there is no such role");
            }
        }
        return Set.copyOf(form.roles());
    }
}
