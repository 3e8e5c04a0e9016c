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
import com.socialflow.user.sessions.SessionBodies.TokenView;
import com.socialflow.user.sessions.SignIns.GoOnOutcome.GoesOn;
import com.socialflow.user.sessions.SignIns.GoOnOutcome.Refused;
import com.socialflow.user.sessions.SignIns.SignInOutcome.SignedIn;
import com.socialflow.user.sessions.SignIns.SignInOutcome.TooMany;
import com.socialflow.user.sessions.SignIns.SignInOutcome.Wrong;
import com.socialflow.user.sessions.SignIns.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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

    /** A browser asks for cookies instead of tokens by it; no foreign form can send it. */
    private static final String KIND = "X-Socialflow-Session";

    private static final String COOKIE = "cookie";

    private final SignIns signIns;
    private final Sessions sessions;
    private final SessionCookies cookies;

    SessionController(SignIns signIns, Sessions sessions, SessionCookies cookies) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Limited(RouteClass.SIGN_IN)
    @Permit("session.open")
    @PostMapping
    ResponseEntity<TokenView> signIn(
            @RequestBody SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        var filled = form.filled();
        var browser = COOKIE.equals(request.getHeader(KIND));
        return switch (signIns.signIn(filled.login(), filled.password(), request.getRemoteAddr(), browser)) {
            case SignedIn(var tokens) -> answer(HttpStatus.CREATED, tokens, request, response);
            case Wrong() ->
                throw Problem.unauthorized("wrong-credentials", "there is no such account, or the password is another");
            case TooMany(var retryAfter) ->
                throw Problem.tooMany(
                        "too-many-attempts",
                        retryAfter.toSeconds() + 1,
                        "too many wrong passwords: wait before the next try");
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
        return switch (signIns.goOn(sent == null ? cookie(request) : sent, browser)) {
            case GoesOn(var tokens) -> answer(HttpStatus.OK, tokens, request, response);
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

    private ResponseEntity<TokenView> answer(
            HttpStatus status, Tokens tokens, HttpServletRequest request, HttpServletResponse response) {
        var seconds = tokens.accessLifetime().toSeconds();
        if (tokens.browser()) {
            cookies.write(
                    request,
                    response,
                    tokens.access(),
                    tokens.accessLifetime(),
                    tokens.refresh(),
                    tokens.refreshLifetime());
        }
        var body = tokens.browser()
                ? new TokenView(null, COOKIE, seconds, null)
                : new TokenView(tokens.access(), "Bearer", seconds, tokens.refresh());
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
