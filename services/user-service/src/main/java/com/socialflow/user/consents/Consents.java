package com.socialflow.user.consents;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.PrivacySettings;
import com.socialflow.user.accounts.AgeBand;
import com.socialflow.user.accounts.Contact;
import com.socialflow.user.accounts.Newcomers;
import com.socialflow.user.consents.Consent.Source;
import com.socialflow.user.consents.ConsentStore.Decider;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deciding, and what was decided. The history is kept: a decision is added, never changed. */
@Component
class Consents implements Newcomers {

    private final ConsentStore store;
    private final Policies policies;
    private final PrivacySettings settings;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Consents(ConsentStore store, Policies policies, PrivacySettings settings, Audit audit, Ids ids, Clock clock) {
        this.store = store;
        this.policies = policies;
        this.settings = settings;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a decision led to. */
    sealed interface DecideOutcome {
        record Decided(Consent consent) implements DecideOutcome {}

        /** The decision was about another text than the one that applies. */
        record OtherVersion(String current) implements DecideOutcome {}

        /** An account is not possible without it. */
        record Needed() implements DecideOutcome {}

        /** Nobody of this age is asked for it. */
        record TooYoung() implements DecideOutcome {}

        /** A parent would have to agree. */
        record ParentNeeded() implements DecideOutcome {}

        record Gone() implements DecideOutcome {}
    }

    /** What holds for this person, of every purpose. */
    List<Consent> of(AccountId account) {
        var decided = store.current(account);
        return Arrays.stream(Purpose.values())
                .map(purpose -> decided.stream()
                        .filter(consent -> consent.purpose() == purpose)
                        .findFirst()
                        .orElseGet(() -> Consent.undecided(purpose, policies.version(purpose))))
                .toList();
    }

    /** Whether this person refused that data goes further, itself or by a browser's signal. */
    boolean optedOut(AccountId account) {
        return store.current(account).stream()
                .anyMatch(consent -> consent.purpose() == Purpose.SALE_OR_SHARING && !consent.granted());
    }

    /** Adds a decision that somebody made himself or herself. */
    @Transactional
    DecideOutcome decide(AccountId account, Purpose purpose, boolean granted, String version) {
        var current = policies.version(purpose);
        if (!version.equals(current)) {
            return new DecideOutcome.OtherVersion(current);
        }
        if (!granted && purpose.needed()) {
            return new DecideOutcome.Needed();
        }
        var decider = store.lock(account).orElse(null);
        if (decider == null) {
            return new DecideOutcome.Gone();
        }
        var today = today();
        if (granted && purpose.forAdults() && AgeBand.of(decider.birthDate(), today) != AgeBand.ADULT) {
            return new DecideOutcome.TooYoung();
        }
        if (granted && !purpose.needed() && younger(decider, settings.digitalConsentAge(), today)) {
            return new DecideOutcome.ParentNeeded();
        }
        return new DecideOutcome.Decided(add(account, policies.current(purpose, decider.locale()), granted));
    }

    private static boolean younger(Decider decider, int years, LocalDate today) {
        return decider.birthDate().plusYears(years).isAfter(today);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Consent add(AccountId account, Policy about, boolean granted) {
        return add(account, about, granted, Source.FORM);
    }

    private Consent add(AccountId account, Policy about, boolean granted, Source source) {
        // As exact as the database keeps it: what is told now is what is told later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.insert(ids.next(), account, about, granted, source, now);
        audit.record(AuditEntry.done(
                "consent.change",
                account,
                Map.of(
                        "purpose", about.purpose().text(),
                        "granted", Boolean.toString(granted),
                        "version", about.version(),
                        "source", source.text())));
        return new Consent(about.purpose(), granted, about.version(), source, now);
    }

    /** Whoever registers accepts the terms, and has been told what is done with the data. */
    @Override
    public void arrived(Contact newcomer) {
        for (var purpose : Purpose.values()) {
            if (purpose.needed()) {
                add(newcomer.account(), policies.current(purpose, newcomer.locale()), true);
            }
        }
    }

    /**
     * A browser refuses in this person's name (Global Privacy Control; 11 CCR 7025). It overrules what was chosen
     * before the first signal, not what was chosen since.
     */
    @Transactional
    void signal(AccountId account) {
        var decider = store.lock(account).orElse(null);
        if (decider == null) {
            return;
        }
        for (var purpose : Purpose.values()) {
            if (purpose.refusedBySignal() && !store.signalled(account, purpose)) {
                add(account, policies.current(purpose, decider.locale()), false, Source.GPC);
            }
        }
    }
}
