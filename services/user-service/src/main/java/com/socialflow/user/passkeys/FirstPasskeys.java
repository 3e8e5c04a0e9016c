package com.socialflow.user.passkeys;

import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.user.accounts.PasskeyAnswer;
import com.socialflow.user.accounts.PasskeyEnrolment;
import com.socialflow.user.accounts.People;
import com.socialflow.user.passkeys.Ceremony.Purpose;
import com.socialflow.user.passkeys.Passkeys.AddOutcome;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The passkey that an account begins with. */
@Component
class FirstPasskeys implements PasskeyEnrolment {

    private final Ceremonies ceremonies;
    private final Authenticators authenticators;
    private final Passkeys passkeys;
    private final People people;

    FirstPasskeys(Ceremonies ceremonies, Authenticators authenticators, Passkeys passkeys, People people) {
        this.ceremonies = ceremonies;
        this.authenticators = authenticators;
        this.passkeys = passkeys;
        this.people = people;
    }

    @Override
    public void enrol(AccountId account, PasskeyAnswer answer) {
        var username = people.find(account).orElseThrow(FirstPasskeys::refused).username();
        var asked = ceremonies
                .end(answer.ceremony(), Purpose.REGISTER)
                .filter(ceremony -> normal(username).equals(ceremony.username()))
                .orElseThrow(FirstPasskeys::refused);
        var handle = asked.userHandle();
        var key = authenticators.made(asked, answer.credential().toString()).orElseThrow(FirstPasskeys::refused);
        if (handle == null) {
            throw refused();
        }
        switch (passkeys.add(account, handle, key, Passkey.UNNAMED)) {
            case AddOutcome.Added _ -> {}
            case AddOutcome.Taken() -> throw Problem.conflict("passkey-taken", "this passkey is in use already");
            case AddOutcome.Full() -> throw new IllegalStateException("a new account has passkeys");
        }
    }

    /** As usernames are compared. */
    static String normal(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    private static Problem refused() {
        return Problem.invalid("passkey", "refused", "this passkey could not be verified: try again");
    }
}
