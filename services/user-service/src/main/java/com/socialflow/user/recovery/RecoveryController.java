package com.socialflow.user.recovery;

import com.socialflow.core.Problem;
import com.socialflow.core.Problem.FieldError;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.recovery.PasswordChanges.ChangeOutcome;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class RecoveryController {

    private static final int RETRY_SECONDS = 30;

    private final ResetRequests requests;
    private final PasswordChanges changes;

    RecoveryController(ResetRequests requests, PasswordChanges changes) {
        this.requests = requests;
        this.changes = changes;
    }

    record LoginForm(@Nullable String login) {}

    record ResetForm(@Nullable String token, @Nullable String password) {

        /** Keeps both out of logs. */
        @Override
        public String toString() {
            return "ResetForm[]";
        }
    }

    record ChangeForm(@Nullable String current, @Nullable String password) {

        /** Keeps both out of logs. */
        @Override
        public String toString() {
            return "ChangeForm[]";
        }
    }

    @PostMapping("/password-resets")
    @Limited(RouteClass.RECOVERY)
    @Permit("password-reset.request")
    ResponseEntity<Void> ask(@RequestBody LoginForm form) {
        if (form.login() == null) {
            throw Problem.invalid("login", "required", "this is needed");
        }
        if (!requests.ask(form.login())) {
            throw Problem.unavailable(
                    "recovery-busy", RETRY_SECONDS, "too much of this at once: try again in a moment");
        }
        return ResponseEntity.accepted().build();
    }

    @PostMapping("/password-resets/completion")
    @Limited(RouteClass.RECOVERY)
    @Permit("password-reset.complete")
    ResponseEntity<Void> reset(@RequestBody ResetForm form) {
        if (form.token() == null || form.password() == null) {
            var missing = new ArrayList<FieldError>();
            if (form.token() == null) {
                missing.add(new FieldError("token", "required", "this is needed"));
            }
            if (form.password() == null) {
                missing.add(new FieldError("password", "required", "this is needed"));
            }
            throw Problem.invalid(missing);
        }
        if (!changes.reset(form.token(), form.password())) {
            throw Problem.unprocessable("link-invalid", "this link was used, has expired, or is another's");
        }
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/me/password")
    @Limited(RouteClass.SIGN_IN)
    @Permit("password.change")
    ResponseEntity<Void> change(@RequestBody ChangeForm form, Actor actor) {
        if (form.password() == null) {
            throw Problem.invalid("password", "required", "this is needed");
        }
        return switch (changes.change(actor, form.current(), form.password())) {
            case ChangeOutcome.Changed() -> ResponseEntity.noContent().build();
            case ChangeOutcome.CurrentMissing() -> throw Problem.invalid("current", "required", "this is needed");
            case ChangeOutcome.CurrentWrong() ->
                throw Problem.invalid("current", "wrong", "this is not the password of the account");
            case ChangeOutcome.TooMany(var retryAfter) -> throw tooMany(retryAfter);
        };
    }

    private static Problem tooMany(Duration retryAfter) {
        return Problem.tooMany("too-many-attempts", retryAfter.toSeconds() + 1, "too much of this: try again later");
    }
}
