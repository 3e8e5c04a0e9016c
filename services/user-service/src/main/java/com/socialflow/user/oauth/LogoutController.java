package com.socialflow.user.oauth;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.AccessTokens;
import com.socialflow.platform.auth.SessionCookies;
import com.socialflow.platform.policy.Permit;
import com.socialflow.user.oauth.Logouts.LogoutOutcome.MustAsk;
import com.socialflow.user.oauth.Logouts.LogoutOutcome.Refused;
import com.socialflow.user.oauth.Logouts.LogoutOutcome.SignedOut;
import com.socialflow.user.oauth.Logouts.Wish;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LogoutController {

    /** A page of the web client, where a person signs out without anybody's help. */
    private static final String SIGN_INS_PAGE = "/settings/security";

    private final ObjectProvider<Logouts> logouts;
    private final AccessTokens tokens;
    private final SessionCookies cookies;

    LogoutController(ObjectProvider<Logouts> logouts, AccessTokens tokens, SessionCookies cookies) {
        this.logouts = logouts;
        this.tokens = tokens;
        this.cookies = cookies;
    }

    @RequestMapping(
            path = "/connect/logout",
            method = {RequestMethod.GET, RequestMethod.POST})
    @Permit("oauth.logout")
    ResponseEntity<Void> logout(
            @RequestParam(name = "id_token_hint", required = false) @Nullable String hint,
            @RequestParam(name = "client_id", required = false) @Nullable String clientId,
            @RequestParam(name = "post_logout_redirect_uri", required = false) @Nullable String redirectUri,
            @RequestParam(required = false) @Nullable String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wish = new Wish(hint, clientId, redirectUri);
        return switch (logouts.getObject().logout(wish, tokens.browser(cookies, request))) {
            case SignedOut(var target) -> {
                cookies.clear(request, response);
                yield redirect(target.map(address -> with(address, state)).orElse("/"));
            }
            case MustAsk() -> redirect(SIGN_INS_PAGE);
            case Refused(var why) -> throw Problem.badRequest("invalid-request", why);
        };
    }

    private static String with(String address, @Nullable String state) {
        return state == null
                ? address
                : address + (address.contains("?") ? "&" : "?") + "state=" + Answers.encoded(state);
    }

    private static ResponseEntity<Void> redirect(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .header("Cache-Control", "no-store")
                .build();
    }
}
