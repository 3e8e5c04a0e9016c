package com.socialflow.user.emails;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.accounts.Email;
import com.socialflow.user.emails.EmailChanges.BeginOutcome;
import com.socialflow.user.emails.EmailConfirmations.ConfirmOutcome;
import com.socialflow.user.emails.EmailVerifications.AgainOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class EmailController {

    private final EmailVerifications verifications;
    private final EmailChanges changes;
    private final EmailConfirmations confirmations;

    EmailController(EmailVerifications verifications, EmailChanges changes, EmailConfirmations confirmations) {
        this.verifications = verifications;
        this.changes = changes;
        this.confirmations = confirmations;
    }

    record EmailForm(@Nullable String email) {}

    /** A token of a letter. */
    record TokenForm(@Nullable String token) {

        String filled() {
            if (token == null) {
                throw Problem.invalid("token", "required", "this is needed");
            }
            return token;
        }

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "TokenForm[]";
        }
    }

    record VerifiedView(String email) {}

    record StateView(String state) {}

    record PendingView(String email, boolean confirmedOld, boolean confirmedNew, Instant expiresAt) {

        static PendingView of(EmailChange change) {
            return new PendingView(
                    change.next().value(), change.confirmedOld(), change.confirmedNew(), change.expiresAt());
        }
    }

    record BegunView(PendingView pending) {}

    record EmailView(
            String email, boolean verified, @Nullable PendingView pending) {}

    @GetMapping("/me/email")
    @Permit(value = "email.read", scope = "email:read")
    EmailView email(Actor actor) {
        var known = changes.find(actor.account());
        return new EmailView(
                known.contact().email().value(),
                known.contact().verified(),
                known.change().map(PendingView::of).orElse(null));
    }

    @PostMapping("/me/email/verification")
    @Limited(RouteClass.RECOVERY)
    @Permit("email-verification.send")
    ResponseEntity<Void> sendAgain(Actor actor) {
        return switch (verifications.again(actor.account())) {
            case AgainOutcome.Sent() -> ResponseEntity.accepted().build();
            case AgainOutcome.AlreadyVerified() ->
                throw Problem.conflict("email-already-verified", "this address is verified");
            case AgainOutcome.NotOwn() -> throw notOwn();
            case AgainOutcome.TooMany(var retryAfter) -> throw tooMany(retryAfter);
        };
    }

    @PostMapping("/email-verifications")
    @Limited(RouteClass.RECOVERY)
    @Permit("email.verify")
    VerifiedView verify(@RequestBody TokenForm form) {
        return verifications
                .verify(form.filled())
                .map(email -> new VerifiedView(email.value()))
                .orElseThrow(EmailController::unknownLink);
    }

    @PutMapping("/me/email")
    @Limited(RouteClass.RECOVERY)
    @Permit("email.change")
    ResponseEntity<BegunView> change(@RequestBody EmailForm form, Actor actor) {
        if (form.email() == null) {
            throw Problem.invalid("email", "required", "this is needed");
        }
        return switch (changes.begin(actor.account(), Email.parse(form.email()))) {
            case BeginOutcome.Begun(var change) ->
                ResponseEntity.accepted().body(new BegunView(PendingView.of(change)));
            case BeginOutcome.Unchanged() ->
                throw Problem.invalid("email", "unchanged", "this is the address of the account");
            case BeginOutcome.Taken() -> throw taken();
            case BeginOutcome.NotOwn() -> throw notOwn();
            case BeginOutcome.TooMany(var retryAfter) -> throw tooMany(retryAfter);
        };
    }

    @DeleteMapping("/me/email/change")
    @Permit("email-change.cancel")
    ResponseEntity<Void> cancel(Actor actor) {
        changes.cancel(actor.account());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/email-changes")
    @Limited(RouteClass.RECOVERY)
    @Permit("email-change.confirm")
    StateView confirm(@RequestBody TokenForm form) {
        return switch (confirmations.confirm(form.filled())) {
            case ConfirmOutcome.HalfConfirmed() -> new StateView("half-confirmed");
            case ConfirmOutcome.Changed() -> new StateView("changed");
            case ConfirmOutcome.Taken() -> throw taken();
            case ConfirmOutcome.Unknown() -> throw unknownLink();
        };
    }

    private static Problem notOwn() {
        return Problem.forbidden("letters to this account go to a parent");
    }

    private static Problem taken() {
        return Problem.conflict("email-taken", "there is an account with this email address");
    }

    private static Problem unknownLink() {
        return Problem.unprocessable("link-invalid", "this link was used, has expired, or is another's");
    }

    private static Problem tooMany(Duration retryAfter) {
        return Problem.tooMany("too-many-attempts", retryAfter.toSeconds() + 1, "too much of this: try again later");
    }
}
