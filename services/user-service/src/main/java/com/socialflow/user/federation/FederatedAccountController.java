package com.socialflow.user.federation;

import com.socialflow.core.Problem;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.federation.FederatedAccounts.JoinOutcome;
import com.socialflow.user.federation.FederatedEntrance.Entry;
import com.socialflow.user.sessions.ProvenEntrance.Granted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FederatedAccountController {

    private final FederatedAccounts accounts;
    private final FederatedEntrance entrance;

    FederatedAccountController(FederatedAccounts accounts, FederatedEntrance entrance) {
        this.accounts = accounts;
        this.entrance = entrance;
    }

    /** Makes the account and signs the browser in. */
    @PostMapping("/api/v1/accounts/federated")
    @Limited(RouteClass.REGISTRATION)
    @Permit("account.register")
    ResponseEntity<Granted> join(
            @RequestBody FederatedForm form, HttpServletRequest request, HttpServletResponse response) {
        return switch (accounts.join(form)) {
            case JoinOutcome.Joined(var account) ->
                switch (entrance.enter(account, request, response)) {
                    case Entry.In(var granted) ->
                        ResponseEntity.status(HttpStatus.CREATED)
                                .cacheControl(CacheControl.noStore())
                                .body(granted);
                    case Entry.Refused(var code) ->
                        throw Problem.of(403, code, "the account is there, but not open yet");
                };
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
