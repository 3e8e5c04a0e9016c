package com.socialflow.user.registration;

import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.audit.AuditEntry.Outcome;
import com.socialflow.platform.auth.Actor;
import com.socialflow.user.onetime.SecretText;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invitations. Only who gets a code ever has it; here lies its hash. */
@Component
class Invites {

    /** That one person gave away and nobody used yet. */
    static final int OPEN_MAX = 1_000;

    /** How long an invitation is still listed that nobody used in time. */
    private static final Duration LISTED = Duration.ofDays(30);

    /** What only an administrator gives away. */
    private static final Set<String> STAFF = Set.of("admin", "moderator");

    private final InviteStore store;
    private final InviteLetters letters;
    private final Audit audit;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    Invites(InviteStore store, InviteLetters letters, Audit audit, Ids ids, SecureRandom secureRandom, Clock clock) {
        this.store = store;
        this.letters = letters;
        this.audit = audit;
        this.ids = ids;
        this.random = secureRandom;
        this.clock = clock;
    }

    /** An invitation with its code, which nobody can see again. */
    record Made(Invite invite, String code) {

        /** Keeps the code out of logs. */
        @Override
        public String toString() {
            return "Made[invite=%s]".formatted(invite);
        }
    }

    /** What an order of invitations led to. */
    sealed interface CreateOutcome {
        record Created(List<Made> invites) implements CreateOutcome {}

        /** Such roles are not this person's to give. */
        record RolesTooHigh() implements CreateOutcome {}

        record TooMany() implements CreateOutcome {}
    }

    /** Makes invitations, and sends those that have an address. */
    @Transactional
    CreateOutcome create(Actor inviter, InviteOrder order) {
        if (!inviter.has("admin") && order.roles().stream().anyMatch(STAFF::contains)) {
            return new CreateOutcome.RolesTooHigh();
        }
        var now = clock.instant();
        store.forget(now.minus(LISTED));
        if (store.countOpen(inviter.account(), now) + order.emails().size() > OPEN_MAX) {
            return new CreateOutcome.TooMany();
        }
        var made = new ArrayList<Made>();
        for (var email : order.emails()) {
            var invite =
                    new Invite(ids.next(), email, order.roles(), inviter.account(), now.plus(order.lifetime()), null);
            var code = SecretText.make(random);
            store.insert(invite, SecretText.hash(code), now);
            if (email != null) {
                letters.invite(inviter.account(), email, code);
            }
            record("invite.create", invite.id(), Map.of("roles", String.join(" ", order.roles())));
            made.add(new Made(invite, code));
        }
        return new CreateOutcome.Created(made);
    }

    Page<Invite> page(Cursor after, int limit) {
        return Page.cut(store.page(after, limit), limit, Invite::id);
    }

    /** Takes an invitation back; false when there is none that nobody used. */
    @Transactional
    boolean delete(long id) {
        var deleted = store.delete(id);
        if (deleted) {
            record("invite.delete", id, Map.of());
        }
        return deleted;
    }

    private void record(String action, long invite, Map<String, String> details) {
        audit.record(new AuditEntry(action, Outcome.DONE, null, "invite:" + Ids.format(invite), details));
    }
}
