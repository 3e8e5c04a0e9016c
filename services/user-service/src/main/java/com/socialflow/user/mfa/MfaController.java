package com.socialflow.user.mfa;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.accounts.People;
import com.socialflow.user.mfa.Enrolments.ActivationOutcome.Activated;
import com.socialflow.user.mfa.Enrolments.ActivationOutcome.Active;
import com.socialflow.user.mfa.Enrolments.ActivationOutcome.NotBegun;
import com.socialflow.user.mfa.Enrolments.ActivationOutcome.WrongCode;
import com.socialflow.user.sessions.CodeLimits;
import com.socialflow.user.sessions.Reception;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
class MfaController {

    private final Enrolments enrolments;
    private final People people;
    private final CodeLimits limits;
    private final SecureRandom random;

    MfaController(Enrolments enrolments, People people, CodeLimits limits, SecureRandom secureRandom) {
        this.enrolments = enrolments;
        this.people = people;
        this.limits = limits;
        this.random = secureRandom;
    }

    record CodeForm(@Nullable String code) {}

    record RecoveryCodesView(List<String> recoveryCodes) {}

    @PostMapping("/totp")
    @Permit("totp.enrol")
    ResponseEntity<Invitation> enrol(Actor actor) {
        var person = people.find(actor.account())
                .orElseThrow(() -> Problem.unauthorized("authentication-required", "this account is gone"));
        var invitation = Invitation.make(person.username(), random);
        if (!enrolments.begin(actor.account(), invitation.bytes())) {
            throw active();
        }
        return secretly(invitation);
    }

    @PostMapping("/totp/activation")
    @Permit("totp.activate")
    ResponseEntity<RecoveryCodesView> activate(@RequestBody CodeForm form, Actor actor) {
        if (form.code() == null) {
            throw Problem.invalid("code", "required", "this is needed");
        }
        var wait = limits.takeCode(actor.account());
        if (!wait.isZero()) {
            throw Reception.tooMany(wait);
        }
        return switch (enrolments.activate(actor.account(), form.code())) {
            case Activated(var codes) -> {
                limits.rightCode(actor.account());
                yield secretly(new RecoveryCodesView(codes));
            }
            case WrongCode() -> throw Problem.invalid("code", "wrong", "this is not the code of the app now");
            case NotBegun() -> throw Problem.conflict("totp-not-begun", "begin by asking for a secret");
            case Active() -> throw active();
        };
    }

    private static Problem active() {
        return Problem.conflict("totp-active", "an app is in use: turn it off first");
    }

    @DeleteMapping("/totp")
    @Permit("totp.remove")
    ResponseEntity<Void> remove(Actor actor) {
        if (!enrolments.remove(actor.account())) {
            throw Problem.notFound("totp");
        }
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/recovery-codes")
    @Permit("recovery-codes.renew")
    ResponseEntity<RecoveryCodesView> renew(Actor actor) {
        return enrolments
                .renewRecoveryCodes(actor.account())
                .map(codes -> secretly(new RecoveryCodesView(codes)))
                .orElseThrow(() ->
                        Problem.conflict("totp-not-active", "recovery codes stand in for an app, and none is in use"));
    }

    /** Kept by nobody on the way, nor for repetition. */
    private static <T> ResponseEntity<T> secretly(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
