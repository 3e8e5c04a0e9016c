package com.socialflow.user.sessions;

import com.socialflow.platform.auth.SessionCookies;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.sessions.Entrance.StepOutcome;
import com.socialflow.user.sessions.SecondSteps.CodeOutcome.Checked;
import com.socialflow.user.sessions.SecondSteps.CodeOutcome.TooMany;
import com.socialflow.user.sessions.SessionBodies.CodeForm;
import com.socialflow.user.sessions.SessionBodies.NewPasswordForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Limited(RouteClass.SIGN_IN)
@RestController
@RequestMapping(SessionCookies.SESSIONS_PATH)
class SecondStepController {

    private final SecondSteps steps;
    private final ForcedChanges changes;
    private final Reception reception;

    SecondStepController(SecondSteps steps, ForcedChanges changes, Reception reception) {
        this.steps = steps;
        this.changes = changes;
        this.reception = reception;
    }

    @PostMapping("/mfa")
    @Permit("session.open")
    ResponseEntity<TokenView> code(
            @RequestBody CodeForm form, HttpServletRequest request, HttpServletResponse response) {
        if (form.challenge() == null || form.method() == null || form.code() == null) {
            throw SessionBodies.missing("challenge", form.challenge(), "method", form.method(), "code", form.code());
        }
        return switch (steps.answer(form.challenge(), form.method(), form.code(), reception.visit(request))) {
            case Checked(var step) -> reception.answer(step, request, response);
            case TooMany(var retryAfter) -> throw Reception.tooMany(retryAfter);
        };
    }

    @PostMapping("/password")
    @Permit("session.open")
    ResponseEntity<TokenView> newPassword(
            @RequestBody NewPasswordForm form, HttpServletRequest request, HttpServletResponse response) {
        var challenge = form.challenge();
        if (challenge == null || form.password() == null) {
            throw SessionBodies.missing("challenge", challenge, "password", form.password());
        }
        var step = changes.hash(challenge, form.password())
                .map(hash -> changes.complete(challenge, hash, reception.visit(request)))
                .orElseGet(StepOutcome.Over::new);
        return reception.answer(step, request, response);
    }
}
