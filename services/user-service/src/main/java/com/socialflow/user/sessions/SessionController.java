package com.socialflow.user.sessions;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.CrossSite;
import com.socialflow.platform.auth.SessionCookies;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.sessions.SessionBodies.RefreshForm;
import com.socialflow.user.sessions.SessionBodies.SignInForm;
import com.socialflow.user.sessions.SessionTokens.GoOnOutcome.GoesOn;
import com.socialflow.user.sessions.SessionTokens.GoOnOutcome.Refused;
import com.socialflow.user.sessions.SignIns.SignInOutcome.Right;
import com.socialflow.user.sessions.SignIns.SignInOutcome.TooMany;
import com.socialflow.user.sessions.SignIns.SignInOutcome.Wrong;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(SessionCookies.SESSIONS_PATH)
class SessionController {

    private final SignIns signIns;
    private final SessionTokens tokens;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final Reception reception;

    SessionController(
            SignIns signIns, SessionTokens tokens, Sessions sessions, SessionCookies cookies, Reception reception) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.sessions = sessions;
        this.cookies = cookies;
        this.reception = reception;
    }

    @Limited(RouteClass.SIGN_IN)
    @Permit("session.open")
    @PostMapping
    ResponseEntity<TokenView> signIn(
            @RequestBody SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        var filled = form.filled();
        return switch (signIns.signIn(filled.login(), filled.password(), reception.visit(request))) {
            case Right(var entry) -> reception.answer(entry, request, response);
            case Wrong() ->
                throw Problem.unauthorized("wrong-credentials", "there is no such account, or the password is another");
            case TooMany(var retryAfter) -> throw Reception.tooMany(retryAfter);
        };
    }

    @Limited(RouteClass.TOKENS)
    @Permit("session.refresh")
    @PostMapping("/refresh")
    ResponseEntity<TokenView> refresh(
            @RequestBody(required = false) @Nullable RefreshForm form,
            HttpServletRequest request,
            HttpServletResponse response) {
        var sent = form == null ? null : form.refreshToken();
        var browser = sent == null;
        return switch (tokens.goOn(sent == null ? cookie(request) : sent, browser)) {
            case GoesOn(var given) -> reception.answer(HttpStatus.OK, given, request, response);
            case Refused(var code, var detail) -> {
                if (browser) {
                    cookies.clear(request, response);
                }
                throw Problem.unauthorized(code, detail);
            }
        };
    }

    private String cookie(HttpServletRequest request) {
        var token = cookies.refresh(request)
                .orElseThrow(() -> Problem.unauthorized("refresh-token-missing", "there is no refresh token"));
        CrossSite.refuse(request);
        return token;
    }

    @Permit("session.end")
    @DeleteMapping("/current")
    ResponseEntity<Void> signOut(Optional<Actor> actor, HttpServletRequest request, HttpServletResponse response) {
        var cookie = cookies.refresh(request);
        if (actor.isEmpty() && cookie.isEmpty()) {
            throw Problem.unauthorized("authentication-required", "nobody is signed in");
        }
        if (actor.isEmpty()) {
            CrossSite.refuse(request);
        }
        actor.ifPresent(known -> sessions.end(known.session()));
        cookie.flatMap(RefreshToken::parse).ifPresent(sessions::end);
        cookies.clear(request, response);
        return ResponseEntity.noContent().build();
    }
}
