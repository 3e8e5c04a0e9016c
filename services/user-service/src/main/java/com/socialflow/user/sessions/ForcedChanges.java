package com.socialflow.user.sessions;

import com.socialflow.core.Problem;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.user.accounts.NewPasswords;
import com.socialflow.user.accounts.People;
import com.socialflow.user.sessions.Challenge.Purpose;
import com.socialflow.user.sessions.Entrance.EntryOutcome;
import com.socialflow.user.sessions.Entrance.StepOutcome;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On the way in, a new password in place of one that others may know. Who came in by the old one is out. */
@Component
class ForcedChanges {

    private final Challenges challenges;
    private final People people;
    private final NewPasswords passwords;
    private final Sessions sessions;
    private final Entrance entrance;
    private final Audit audit;

    ForcedChanges(
            Challenges challenges,
            People people,
            NewPasswords passwords,
            Sessions sessions,
            Entrance entrance,
            Audit audit) {
        this.challenges = challenges;
        this.people = people;
        this.passwords = passwords;
        this.sessions = sessions;
        this.entrance = entrance;
        this.audit = audit;
    }

    /**
     * The hash of the password that somebody chose; empty when the challenge is over.
     *
     * @throws Problem 422 when the password is not acceptable: the challenge stays good
     */
    Optional<String> hash(String challenge, String password) {
        return challenges
                .find(challenge, Purpose.NEW_PASSWORD)
                .flatMap(begun -> people.find(begun.account()))
                .map(person -> passwords.hash(person, password));
    }

    /** Sets the password and lets its owner in. */
    @Transactional
    StepOutcome complete(String challenge, String hash, Visit visit) {
        var begun = challenges.lock(challenge, Purpose.NEW_PASSWORD).orElse(null);
        if (begun == null) {
            return new StepOutcome.Over();
        }
        challenges.used(challenge);
        passwords.set(begun.account(), hash);
        sessions.endAll(begun.account(), "password-changed");
        audit.record(new AuditEntry(
                "password.change",
                AuditEntry.Outcome.DONE,
                begun.account(),
                "account:" + begun.account(),
                Map.of("reason", "forced")));
        EntryOutcome entry = entrance.enter(begun.account(), begun.methods(), visit);
        return new StepOutcome.Entered(entry);
    }
}
