package com.socialflow.user.accounts;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class AccountController {

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
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
