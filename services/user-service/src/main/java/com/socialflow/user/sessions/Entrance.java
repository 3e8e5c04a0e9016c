package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.accounts.People;
import com.socialflow.user.accounts.Person;
import com.socialflow.user.sessions.Arrivals.Arrived;
import com.socialflow.user.sessions.Challenge.Purpose;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides whether somebody who proved to be somebody may come in: whatever the proof was, the account must be welcome,
 * a second factor shown where there is one, and a password that others know replaced.
 */
@Component
public class Entrance {

    private final People people;
    private final List<SecondFactor> factors;
    private final Challenges challenges;
    private final Arrivals arrivals;
    private final Audit audit;

    Entrance(People people, List<SecondFactor> factors, Challenges challenges, Arrivals arrivals, Audit audit) {
        this.people = people;
        // As people are to be asked, which happens to be against the alphabet: totp, recovery-code, passkey.
        this.factors = factors.stream()
                .sorted(Comparator.comparing(SecondFactor::name).reversed())
                .toList();
        this.challenges = challenges;
        this.arrivals = arrivals;
        this.audit = audit;
    }

    /** What coming in led to. */
    public sealed interface EntryOutcome {
        record In(Arrived arrived) implements EntryOutcome {}

        /** Something more has to be proven, in one of these ways. */
        record FactorNeeded(String challenge, List<String> offered) implements EntryOutcome {

            /** Keeps the challenge out of logs. */
            @Override
            public String toString() {
                return "FactorNeeded[%s]".formatted(offered);
            }
        }

        record PasswordChangeNeeded(String challenge) implements EntryOutcome {

            /** Keeps the challenge out of logs. */
            @Override
            public String toString() {
                return "PasswordChangeNeeded[]";
            }
        }

        record AwaitingApproval() implements EntryOutcome {}

        record Suspended() implements EntryOutcome {}

        /** The account was erased meanwhile. */
        record Gone() implements EntryOutcome {}
    }

    /** What the answer to a challenge led to. */
    public sealed interface StepOutcome {
        record Entered(EntryOutcome entry) implements StepOutcome {}

        record Wrong(int left) implements StepOutcome {}

        /** Used, expired, failed too often, or never one. */
        record Over() implements StepOutcome {}
    }

    /**
     * Lets the account's person in, as far as may be.
     *
     * @param methods how he or she proved to be that person ({@link Methods})
     */
    @Transactional
    public EntryOutcome enter(AccountId account, Set<String> methods, Visit visit) {
        var person = people.find(account).orElse(null);
        if (person == null) {
            return new EntryOutcome.Gone();
        }
        return switch (person.standing()) {
            case SUSPENDED -> refused(account, "suspended", new EntryOutcome.Suspended());
            case AWAITING_APPROVAL -> refused(account, "awaiting-approval", new EntryOutcome.AwaitingApproval());
            case WELCOME -> enter(person, methods, visit);
        };
    }

    private EntryOutcome refused(AccountId account, String reason, EntryOutcome outcome) {
        audit.record(AuditEntry.refused("session.open", account, Map.of("reason", reason)));
        return outcome;
    }

    private EntryOutcome enter(Person person, Set<String> methods, Visit visit) {
        var account = person.id();
        if (!methods.contains(Methods.SEVERAL) && person.demandsFactor()) {
            var challenge = challenges.issue(account, Purpose.SECOND_FACTOR, methods);
            return new EntryOutcome.FactorNeeded(challenge, offered(account));
        }
        if (person.mustChangePassword() && methods.contains(Methods.PASSWORD)) {
            return new EntryOutcome.PasswordChangeNeeded(challenges.issue(account, Purpose.NEW_PASSWORD, methods));
        }
        return new EntryOutcome.In(arrivals.welcome(account, methods, visit));
    }

    private List<String> offered(AccountId account) {
        return factors.stream()
                .filter(factor -> factor.has(account))
                .map(SecondFactor::name)
                .toList();
    }

    /** Whose second factor the challenge asks for; empty when it is over. */
    public Optional<AccountId> challenged(String challenge) {
        return challenges.find(challenge, Purpose.SECOND_FACTOR).map(Challenge::account);
    }

    /**
     * Answers a challenge with a second factor. Of several answers at once one is looked at, then the next.
     *
     * @param proof looks at what was sent for that account, in this transaction: the methods that it proves
     */
    @Transactional
    public StepOutcome complete(String challenge, Visit visit, Function<AccountId, Optional<Set<String>>> proof) {
        var begun = challenges.lock(challenge, Purpose.SECOND_FACTOR).orElse(null);
        if (begun == null) {
            return new StepOutcome.Over();
        }
        var proven = proof.apply(begun.account());
        if (proven.isEmpty()) {
            return new StepOutcome.Wrong(challenges.failed(challenge, begun));
        }
        challenges.used(challenge);
        return new StepOutcome.Entered(enter(begun.account(), Methods.together(begun.methods(), proven.get()), visit));
    }
}
