package com.socialflow.user.federation;

import com.socialflow.core.Problem;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.federation.FederatedAccounts.JoinOutcome;
import com.socialflow.user.sessions.Reception;
import com.socialflow.user.sessions.TokenView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FederatedAccountController {

    private final FederatedAccounts accounts;
    private final FederatedEntrance entrance;
    private final Reception reception;

    FederatedAccountController(FederatedAccounts accounts, FederatedEntrance entrance, Reception reception) {
        this.accounts = accounts;
        this.entrance = entrance;
        this.reception = reception;
    }

    /** Makes the account and signs the browser in. */
    @PostMapping("/api/v1/accounts/federated")
    @Limited(RouteClass.REGISTRATION)
    @Permit("account.register")
    ResponseEntity<TokenView> join(
            @RequestBody FederatedForm form, HttpServletRequest request, HttpServletResponse response) {
        return switch (accounts.join(form)) {
            case JoinOutcome.Joined(var account) ->
                reception.answer(entrance.enter(account, request), request, response);
            case JoinOutcome.BadTicket() ->
                throw Problem.unprocessable("ticket-invalid", "this took too long: begin again at the provider");
            case JoinOutcome.UsernameTaken() -> throw Problem.conflict("username-taken", "somebody has this username");
            case JoinOutcome.EmailTaken() ->
                throw Problem.conflict(
                        "email-taken",
                        "there is an account with this email address: sign in to it, and link the provider there");
        };
    }
}
