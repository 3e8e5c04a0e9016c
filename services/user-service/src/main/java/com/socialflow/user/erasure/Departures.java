package com.socialflow.user.erasure;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.platform.auth.Actor;
import com.socialflow.user.PrivacySettings;
import com.socialflow.user.personal.Leaver;
import com.socialflow.user.sessions.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking to be erased, and thinking again. Whoever is suspended may leave, too. */
@Component
public class Departures {

    private static final String ACTIVE = "active";
    private static final String LEAVING = "leaving";

    private final DepartureStore store;
    private final PartingLetters letters;
    private final Sessions sessions;
    private final Audit audit;
    private final PrivacySettings settings;
    private final Clock clock;

    Departures(
            DepartureStore store,
            PartingLetters letters,
            Sessions sessions,
            Audit audit,
            PrivacySettings settings,
            Clock clock) {
        this.store = store;
        this.letters = letters;
        this.sessions = sessions;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a wish to leave led to. */
    sealed interface LeaveOutcome {
        record Leaving(Instant erasesAt) implements LeaveOutcome {}

        /** Nobody would be left to look after the place. */
        record LastAdministrator() implements LeaveOutcome {}

        record Gone() implements LeaveOutcome {}
    }

    /** The wish of this person, if there is one. */
    Optional<Departure> find(AccountId account) {
        return store.find(account);
    }

    /** Begins the time after which the person is erased, and ends all other sign-ins. Asking again changes nothing. */
    @Transactional
    LeaveOutcome request(Actor actor) {
        var account = actor.account();
        var administrators = store.lockAdministrators();
        var leaver = store.lock(account).orElse(null);
        if (leaver == null) {
            return new LeaveOutcome.Gone();
        }
        var before = store.find(account);
        if (before.isPresent()) {
            return new LeaveOutcome.Leaving(before.get().erasesAt());
        }
        if (administrators.equals(List.of(account))) {
            audit.record(AuditEntry.refused("deletion.request", account, Map.of("code", "last-administrator")));
            return new LeaveOutcome.LastAdministrator();
        }
        var departure = begin(leaver, settings.grace());
        sessions.endOthers(account, actor.session(), LEAVING);
        letters.requested(leaver, departure);
        return new LeaveOutcome.Leaving(departure.erasesAt());
    }

    /** Has a person erased without a time to think: a parent took back the consent. */
    @Transactional
    public void eraseNow(AccountId account) {
        store.lock(account).ifPresent(leaver -> {
            store.delete(account);
            begin(leaver, Duration.ZERO);
            sessions.endAll(account, LEAVING);
        });
    }

    private Departure begin(Leaver leaver, Duration grace) {
        // As exact as the database keeps it: what is told now is what is told later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var departure = new Departure(now, now.plus(grace));
        store.insert(leaver.account(), departure);
        store.move(leaver.account(), ACTIVE, LEAVING);
        audit.record(AuditEntry.done(
                "deletion.request",
                leaver.account(),
                Map.of("erasesAt", departure.erasesAt().toString())));
        return departure;
    }

    /** Stays after all; false when there was no wish to leave. */
    @Transactional
    boolean undo(AccountId account) {
        var leaver = store.lock(account).orElse(null);
        if (leaver == null || !store.delete(account)) {
            return false;
        }
        store.move(account, LEAVING, ACTIVE);
        audit.record(AuditEntry.done("deletion.undo", account, Map.of()));
        letters.cancelled(leaver);
        return true;
    }
}
