package com.socialflow.user.accounts;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.accounts.Accounts.RegisterOutcome.EmailTaken;
import com.socialflow.user.accounts.Accounts.RegisterOutcome.Registered;
import com.socialflow.user.accounts.Accounts.RegisterOutcome.UsernameTaken;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class AccountController {

    private final Accounts accounts;
    private final Registrations registrations;

    AccountController(Accounts accounts, Registrations registrations) {
        this.accounts = accounts;
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

    @Permit(value = "account.read-own", scope = "profile:read")
    @GetMapping("/me")
    AccountViews.Own me(Actor actor) {
        return accounts.find(actor.account())
                .map(AccountViews.Own::of)
                .orElseThrow(() -> Problem.unauthorized("authentication-required", "this account is gone"));
    }

    @Permit(value = "account.read", scope = "profile:read")
    @GetMapping("/accounts/{reference}")
    AccountViews.Public account(@PathVariable String reference) {
        return accounts.find(reference).map(AccountViews.Public::of).orElseThrow(() -> Problem.notFound("account"));
    }
}
