package com.socialflow.user.federation;

import com.socialflow.platform.auth.AuthSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** What a browser keeps while somebody is at a provider; no script can read it, and it goes nowhere else. */
@Component
class ProviderCookie {

    private static final String NAME = "sf_provider";

    private final AuthSettings settings;

    ProviderCookie(AuthSettings settings) {
        this.settings = settings;
    }

    void write(HttpServletRequest request, HttpServletResponse response, String value) {
        add(request, response, value, FederatedSignIns.ATTEMPT_MAX);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", Duration.ZERO);
    }

    /** Empty when there is none. */
    String read(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(NAME)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    private void add(HttpServletRequest request, HttpServletResponse response, String value, Duration lifetime) {
        // Lax: the provider sends the browser back from another site.
        var cookie = ResponseCookie.from(NAME, value)
                .path(FederationController.PATH)
                .maxAge(lifetime)
                .httpOnly(true)
                .secure(settings.secureCookies() || request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
