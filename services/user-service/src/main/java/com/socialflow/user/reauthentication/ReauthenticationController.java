package com.socialflow.user.reauthentication;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.SessionCookies;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.reauthentication.Reauthentications.ProofOutcome.Over;
import com.socialflow.user.reauthentication.Reauthentications.ProofOutcome.Proven;
import com.socialflow.user.reauthentication.Reauthentications.ProofOutcome.TooMany;
import com.socialflow.user.reauthentication.Reauthentications.ProofOutcome.Wrong;
import com.socialflow.user.reauthentication.Reauthentications.Shown;
import com.socialflow.user.sessions.Reception;
import com.socialflow.user.sessions.TokenView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class ReauthenticationController {

    private final Reauthentications reauthentications;
    private final Reception reception;

    ReauthenticationController(Reauthentications reauthentications, Reception reception) {
        this.reauthentications = reauthentications;
        this.reception = reception;
    }

    /** One of the three. */
    record ProofForm(
            @Nullable String password,
            @Nullable String code,
            @Nullable PasskeyForm passkey) {

        Shown shown() {
            var all = new ArrayList<Shown>();
            if (password != null) {
                all.add(new Shown.Password(password));
            }
            if (code != null) {
                all.add(new Shown.Code(code));
            }
            if (passkey != null && passkey.ceremony() != null && passkey.credential() != null) {
                all.add(new Shown.Passkey(
                        passkey.ceremony(), passkey.credential().toString()));
            }
            if (all.size() != 1) {
                throw Problem.unprocessable(
                        "proof-required", "one of password, code and passkey with ceremony and credential is needed");
            }
            return all.getFirst();
        }

        /** Keeps what was typed out of logs. */
        @Override
        public String toString() {
            return "ProofForm[]";
        }
    }

    record PasskeyForm(@Nullable String ceremony, @Nullable JsonNode credential) {}

    @PostMapping(SessionCookies.SESSIONS_PATH + "/current/reauthentication")
    @Limited(RouteClass.SIGN_IN)
    @Permit("session.reauthenticate")
    ResponseEntity<TokenView> prove(
            @RequestBody ProofForm form, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        return switch (reauthentications.prove(actor, form.shown())) {
            case Proven(var tokens) -> reception.answer(HttpStatus.OK, tokens, request, response);
            // No 401: the session is good, and a client would refresh it and come again.
            case Wrong() -> throw Problem.of(403, "wrong-credentials", "this is not right, or was used before");
            case TooMany(var retryAfter) -> throw Reception.tooMany(retryAfter);
            case Over() -> throw Problem.unauthorized("session-over", "this session has ended: sign in again");
        };
    }
}
