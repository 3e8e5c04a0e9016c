package com.socialflow.user.accounts;

import com.socialflow.core.Problem;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.accounts.Admission.Refusal;
import com.socialflow.user.accounts.Registrations.Origin;
import com.socialflow.user.accounts.Registrations.RegisterOutcome.EmailTaken;
import com.socialflow.user.accounts.Registrations.RegisterOutcome.NotAdmitted;
import com.socialflow.user.accounts.Registrations.RegisterOutcome.Registered;
import com.socialflow.user.accounts.Registrations.RegisterOutcome.TooMany;
import com.socialflow.user.accounts.Registrations.RegisterOutcome.UsernameTaken;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts")
class RegistrationController {

    private final Registrations registrations;

    RegistrationController(Registrations registrations) {
        this.registrations = registrations;
    }

    @PostMapping
    @Limited(RouteClass.REGISTRATION)
    @Permit("account.register")
    ResponseEntity<AccountViews.Own> register(@RequestBody RegistrationForm form, HttpServletRequest request) {
        return switch (registrations.register(form, Origin.form(request.getRemoteAddr()))) {
            case Registered(var account) ->
                ResponseEntity.created(URI.create("/api/v1/accounts/" + account.id()))
                        .body(AccountViews.Own.of(account));
            case UsernameTaken() -> throw Problem.conflict("username-taken", "somebody has this username");
            case EmailTaken() -> throw Problem.conflict("email-taken", "there is an account with this email address");
            case TooMany() ->
                throw Problem.tooMany(
                        "too-many-attempts",
                        TakenAddresses.FOUND.in().toSeconds(),
                        "too much of this: try again later");
            case NotAdmitted(var why) -> throw refused(why);
        };
    }

    private static Problem refused(Refusal why) {
        return switch (why) {
            case CLOSED -> Problem.of(403, "registration-closed", "nobody new is let in at present");
            case INVITE_REQUIRED -> Problem.unprocessable("invite-required", "one needs an invitation to register");
            case INVITE_INVALID ->
                Problem.unprocessable("invite-invalid", "this invitation was used, has expired, or is not for you");
            case REASON_REQUIRED ->
                Problem.unprocessable("reason-required", "say why you want to join: somebody reads it and decides");
        };
    }
}
