package com.socialflow.user.accounts;

import com.socialflow.core.Problem;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
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
        return switch (registrations.register(form, request.getRemoteAddr())) {
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
            case NotAdmitted(var why) -> throw why.problem();
        };
    }
}
