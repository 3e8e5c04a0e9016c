package com.socialflow.user.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.accounts.People;
import com.socialflow.user.mfa.Enrolments;
import com.socialflow.user.mfa.RecoveryCodes;
import com.socialflow.user.passkeys.Passkeys;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/security")
class SecurityController {

    private final People people;
    private final Enrolments enrolments;
    private final RecoveryCodes recoveryCodes;
    private final Passkeys passkeys;

    SecurityController(People people, Enrolments enrolments, RecoveryCodes recoveryCodes, Passkeys passkeys) {
        this.people = people;
        this.enrolments = enrolments;
        this.recoveryCodes = recoveryCodes;
        this.passkeys = passkeys;
    }

    /** What is absent is null, so that pages need not ask what a missing member means. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SecurityView(
            @Nullable PasswordView password,
            @Nullable TotpView totp,
            @Nullable RecoveryCodesView recoveryCodes,
            List<?> passkeys) {}

    record PasswordView(Instant changedAt) {}

    record TotpView(Instant since) {}

    record RecoveryCodesView(int left) {}

    @GetMapping
    @Permit("security.read")
    SecurityView security(Actor actor) {
        var account = actor.account();
        var totp = enrolments.since(account);
        return new SecurityView(
                people.passwordChangedAt(account).map(PasswordView::new).orElse(null),
                totp.map(TotpView::new).orElse(null),
                totp.map(_ -> new RecoveryCodesView(recoveryCodes.left(account)))
                        .orElse(null),
                passkeys.views(account));
    }
}
