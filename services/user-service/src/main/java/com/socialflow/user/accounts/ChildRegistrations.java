package com.socialflow.user.accounts;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.Problem;
import com.socialflow.user.accounts.Registrations.RegisterOutcome.EmailTaken;
import com.socialflow.user.accounts.Registrations.RegisterOutcome.NotAdmitted;
import com.socialflow.user.accounts.Registrations.RegisterOutcome.Registered;
import com.socialflow.user.accounts.Registrations.RegisterOutcome.TooMany;
import com.socialflow.user.accounts.Registrations.RegisterOutcome.UsernameTaken;
import com.socialflow.user.passwords.Passwords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that a parent makes for a child. They have no address of their own: letters go to the parent. */
@Component
public class ChildRegistrations {

    /** Takes no mail anywhere (RFC 2606, section 2). */
    public static final String NO_MAIL = "@child.invalid";

    /** Where somebody decides who comes in. */
    private static final String REASON = "A parent has agreed.";

    private final RegistrationRules rules;
    private final Passwords passwords;
    private final Registrar registrar;
    private final Ids ids;
    private final Clock clock;

    ChildRegistrations(RegistrationRules rules, Passwords passwords, Registrar registrar, Ids ids, Clock clock) {
        this.rules = rules;
        this.passwords = passwords;
        this.registrar = registrar;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a parent says of the child: anything yet. */
    public record ChildForm(
            @Nullable String username,
            @Nullable String password,
            @Nullable String birthDate,
            @Nullable String displayName) {

        /** Keeps the child out of logs. */
        @Override
        public String toString() {
            return "ChildForm[]";
        }
    }

    /** A child that can be registered. */
    public static final class Prepared {

        private final Registration registration;
        private final String passwordHash;

        private Prepared(Registration registration, String passwordHash) {
            this.registration = registration;
            this.passwordHash = passwordHash;
        }
    }

    /**
     * Checks the form and hashes the password, which takes longer than a transaction should.
     *
     * @throws Problem 422 when the form is not acceptable
     */
    public Prepared prepare(ChildForm form) {
        var read = new RegistrationForm(
                form.username(),
                Ids.format(ids.next()) + NO_MAIL,
                form.password(),
                null,
                form.birthDate(),
                form.displayName(),
                null,
                null,
                REASON);
        var registration = rules.read(read, Origin.PARENT);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (AgeBand.of(registration.birthDate(), today) == AgeBand.ADULT) {
            throw Problem.invalid("child.birthDate", "out-of-range", "this is for people under 18");
        }
        return new Prepared(registration, passwords.hash(String.valueOf(form.password())));
    }

    /**
     * Makes the account; empty when the name is taken.
     *
     * @throws Problem when nobody is let in at present
     */
    @Transactional
    public Optional<AccountId> register(Prepared child) {
        return switch (registrar.register(child.registration, child.passwordHash, Origin.PARENT)) {
            case Registered(var account) -> Optional.of(account.id());
            case UsernameTaken() -> Optional.empty();
            case NotAdmitted(var why) -> throw why.problem();
            case EmailTaken(), TooMany() -> throw new IllegalStateException("an id was given twice");
        };
    }
}
