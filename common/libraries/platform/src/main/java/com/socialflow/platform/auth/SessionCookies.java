package com.socialflow.platform.auth;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The two cookies of a signed-in browser; no script can read them. */
public class SessionCookies {

    /** Where the refresh token goes: nowhere but to the calls that need it. */
    public static final String SESSIONS_PATH = "/api/v1/sessions";

    /** Where browsers go to sign in with another provider. */
    public static final String PROVIDERS_PATH = "/api/v1/sign-in/";

    private static final String ACCESS = "sf_access";
    private static final String REFRESH = "sf_refresh";

    private final boolean alwaysSecure;

    SessionCookies(AuthSettings settings) {
        alwaysSecure = settings.secureCookies();
    }

    /** Signs the browser in. */
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String access,
            Duration accessLifetime,
            String refresh,
            Duration refreshLifetime) {
        writeAccess(request, response, access, accessLifetime);
        add(request, response, REFRESH, refresh, SESSIONS_PATH, refreshLifetime);
    }

    /** Gives a browser that is signed in another access token. */
    public void writeAccess(
            HttpServletRequest request, HttpServletResponse response, String access, Duration accessLifetime) {
        add(request, response, ACCESS, access, "/", accessLifetime);
    }

    /** Signs the browser out. */
    public void clear(HttpServletRequest request, HttpServletResponse response) {
        clearAccess(request, response);
        add(request, response, REFRESH, "", SESSIONS_PATH, Duration.ZERO);
    }

    void clearAccess(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, ACCESS, "", "/", Duration.ZERO);
    }

    /** The refresh token of the browser, if it is signed in. */
    public Optional<String> refresh(HttpServletRequest request) {
        return find(request, REFRESH);
    }

    static Optional<String> access(HttpServletRequest request) {
        return find(request, ACCESS);
    }

    private static Optional<String> find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (var cookie : cookies) {
            if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private void add(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            String path,
            Duration lifetime) {
        // Lax: a link from elsewhere opens our page signed in; what changes something is guarded by CrossSite.
        var cookie = ResponseCookie.from(name, value)
                .path(path)
                .maxAge(lifetime)
                .httpOnly(true)
                .secure(alwaysSecure || request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
