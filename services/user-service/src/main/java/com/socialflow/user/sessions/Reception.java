package com.socialflow.user.sessions;

import com.socialflow.core.Problem;
import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.auth.AccessTokens;
import com.socialflow.platform.auth.SessionCookies;
import com.socialflow.user.sessions.Entrance.EntryOutcome;
import com.socialflow.user.sessions.Entrance.StepOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** How people who sign in are seen in requests, and what they get in answers: one way for all ways to sign in. */
@Component
public class Reception {

    /** A browser asks for cookies instead of tokens by it; no foreign form can send it. */
    private static final String KIND = "X-Socialflow-Session";

    private static final String COOKIE = "cookie";

    private final SessionTokens tokens;
    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final SessionCookies cookies;
    private final DeviceCookies devices;
    private final String publicUrl;

    Reception(
            SessionTokens tokens,
            Sessions sessions,
            AccessTokens accessTokens,
            SessionCookies cookies,
            DeviceCookies devices,
            PlatformSettings settings) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.cookies = cookies;
        this.devices = devices;
        this.publicUrl = settings.publicUrl();
    }

    /** Who is at the door, before it is known who. */
    public Visit visit(HttpServletRequest request) {
        return new Visit(
                request.getRemoteAddr(),
                Device.of(request.getHeader(HttpHeaders.USER_AGENT)),
                COOKIE.equals(request.getHeader(KIND)),
                devices.read(request));
    }

    /** The address that people use: as configured, else as this request has it; without a slash at the end. */
    public String origin(HttpServletRequest request) {
        return publicUrl.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : publicUrl;
    }

    /**
     * Tokens or cookies for who is in.
     *
     * @throws Problem why somebody is not, and how to go on
     */
    public ResponseEntity<TokenView> answer(
            EntryOutcome outcome, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case EntryOutcome.In(var arrived) -> {
                if (arrived.session().browser()) {
                    endPrevious(request);
                }
                arrived.deviceToken().ifPresent(token -> devices.add(token, request, response));
                yield answer(HttpStatus.CREATED, tokens.of(arrived.session()), request, response);
            }
            case EntryOutcome.FactorNeeded(var challenge, var offered) ->
                throw Problem.unauthorized("mfa-required", "a second factor is needed")
                        .extension("challenge", challenge)
                        .extension("methods", offered)
                        .extension("expiresIn", Challenge.LIFETIME.toSeconds());
            case EntryOutcome.PasswordChangeNeeded(var challenge) ->
                throw Problem.of(403, "password-change-required", "this password has to be changed first")
                        .extension("challenge", challenge)
                        .extension("expiresIn", Challenge.LIFETIME.toSeconds());
            case EntryOutcome.AwaitingApproval() ->
                throw Problem.of(403, "account-awaiting-approval", "this account has not been approved yet");
            case EntryOutcome.Suspended() -> throw Problem.of(403, "account-suspended", "this account is suspended");
            case EntryOutcome.Gone() -> throw Problem.unauthorized("wrong-credentials", "this account is gone");
        };
    }

    /** Ends the session that the browser had: with its cookies replaced only a thief could go on with it. */
    private void endPrevious(HttpServletRequest request) {
        cookies.refresh(request).flatMap(RefreshToken::parse).ifPresent(sessions::end);
        accessTokens.browser(cookies, request).ifPresent(actor -> sessions.end(actor.session()));
    }

    /**
     * The same after a further step.
     *
     * @throws Problem why the step led nowhere
     */
    public ResponseEntity<TokenView> answer(
            StepOutcome outcome, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case StepOutcome.Entered(var entry) -> answer(entry, request, response);
            case StepOutcome.Wrong(var left) ->
                throw Problem.unauthorized("wrong-code", "this is not right, or was used before")
                        .extension("attemptsLeft", left);
            case StepOutcome.Over() ->
                throw Problem.unauthorized(
                        "challenge-invalid", "this took too long or failed too often: sign in again");
        };
    }

    /** Tokens in the body, or in cookies when the session is a browser's. */
    public ResponseEntity<TokenView> answer(
            HttpStatus status, Tokens given, HttpServletRequest request, HttpServletResponse response) {
        var seconds = given.accessLifetime().toSeconds();
        if (given.browser()) {
            write(given, request, response);
        }
        var body = given.browser()
                ? new TokenView(null, COOKIE, seconds, null)
                : new TokenView(given.access(), "Bearer", seconds, given.refresh());
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    /** The cookies alone, for an answer that is something else. */
    public void write(Tokens given, HttpServletRequest request, HttpServletResponse response) {
        var refresh = given.refresh();
        if (refresh == null) {
            cookies.writeAccess(request, response, given.access(), given.accessLifetime());
        } else {
            cookies.write(request, response, given.access(), given.accessLifetime(), refresh, given.refreshLifetime());
        }
    }

    /** 429 for who has to wait. */
    public static Problem tooMany(Duration retryAfter) {
        return Problem.tooMany(
                "too-many-attempts", retryAfter.toSeconds() + 1, "too many wrong tries: wait before the next one");
    }
}
