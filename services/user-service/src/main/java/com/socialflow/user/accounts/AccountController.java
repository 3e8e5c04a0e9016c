package com.socialflow.user.accounts;

import com.socialflow.core.Problem;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.accounts.Accounts.RegisterOutcome.EmailTaken;
import com.socialflow.user.accounts.Accounts.RegisterOutcome.Registered;
import com.socialflow.user.accounts.Accounts.RegisterOutcome.UsernameTaken;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class AccountController {

    private final Registrations registrations;

    AccountController(Registrations registrations) {
        this.registrations = registrations;
    }

    @Limited(RouteClass.REGISTRATION)
    @Permit("account.register")
    @PostMapping("/accounts")
    ResponseEntity<AccountViews.Own> register(@RequestBody RegistrationForm form) {
        return switch (registrations.register(form)) {
            case Registered(var account) ->
                ResponseEntity.created(URI.create("/api/v1/accounts/" + account.id()))
                        .body(AccountViews.Own.of(account));
            case UsernameTaken() -> throw Problem.conflict("username-taken", "somebody has this username");
            case EmailTaken() -> throw Problem.conflict("email-taken", "there is an account with this email address");
        };
    }
}
