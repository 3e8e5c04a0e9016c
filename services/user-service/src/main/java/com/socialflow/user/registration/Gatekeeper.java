package com.socialflow.user.registration;

import com.socialflow.core.AccountId;
import com.socialflow.user.accounts.Admission;
import com.socialflow.user.accounts.Admission.Verdict.Refused;
import com.socialflow.user.accounts.Admission.Verdict.Welcome;
import com.socialflow.user.accounts.Username;
import com.socialflow.user.onetime.SecretText;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets people in as the present mode says. An invitation opens every mode but the closed one. */
@Component
class Gatekeeper implements Admission {

    private final Modes modes;
    private final InviteStore invites;
    private final WaitingRoom waiting;
    private final Clock clock;

    Gatekeeper(Modes modes, InviteStore invites, WaitingRoom waiting, Clock clock) {
        this.modes = modes;
        this.invites = invites;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public Verdict check(Application application) {
        var mode = modes.current();
        if (mode == RegistrationMode.CLOSED) {
            return new Refused(Refusal.CLOSED);
        }
        if (application.invite() != null) {
            return invites.findOpen(SecretText.hash(application.invite()), clock.instant())
                    .filter(invite -> invite.isFor(application.email()))
                    .<Verdict>map(invite -> new Welcome(false, invite.roles()))
                    .orElse(new Refused(Refusal.INVITE_INVALID));
        }
        return switch (mode) {
            case OPEN -> new Welcome(false, Set.of());
            case APPROVAL ->
                application.reason() == null || application.reason().isBlank()
                        ? new Refused(Refusal.REASON_REQUIRED)
                        : new Welcome(true, Set.of());
            case INVITE -> new Refused(Refusal.INVITE_REQUIRED);
            case CLOSED -> new Refused(Refusal.CLOSED);
        };
    }

    @Override
    public boolean enter(AccountId newcomer, Username username, boolean waits, Application application) {
        if (application.invite() != null) {
            return invites.use(SecretText.hash(application.invite()), newcomer, clock.instant());
        }
        if (waits) {
            waiting.enter(newcomer, username, application.reason());
        }
        return true;
    }
}
