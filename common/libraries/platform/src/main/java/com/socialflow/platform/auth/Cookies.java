package com.socialflow.platform.auth;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Cookies that no script can read. Over https their names have a prefix by which browsers refuse those that a
 * neighbouring host or plain http planted (RFC 6265bis, section 4.1.3).
 */
public class Cookies {

    private static final String THIS_HOST = "__Host-";
    private static final String SECURE = "__Secure-";

    private final boolean alwaysSecure;

    Cookies(AuthSettings settings) {
        alwaysSecure = settings.secureCookies();
    }

    /**
     * Of one cookie.
     *
     * @param path where browsers send it
     * @param sameSite {@code Strict} or {@code Lax}
     */
    public record Kind(String name, String path, String sameSite) {}

    /** What the browser has; empty when it has none. */
    public Optional<String> read(Kind kind, HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        var name = name(kind, request);
        for (var cookie : cookies) {
            if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** Gives the browser another. */
    public void write(
            Kind kind, HttpServletRequest request, HttpServletResponse response, String value, Duration lifetime) {
        var cookie = ResponseCookie.from(name(kind, request), value)
                .path(kind.path())
                .maxAge(lifetime)
                .httpOnly(true)
                .secure(secure(request))
                .sameSite(kind.sameSite())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Takes it from the browser. */
    public void clear(Kind kind, HttpServletRequest request, HttpServletResponse response) {
        write(kind, request, response, "", Duration.ZERO);
    }

    private String name(Kind kind, HttpServletRequest request) {
        if (!secure(request)) {
            return kind.name();
        }
        return (kind.path().equals("/") ? THIS_HOST : SECURE) + kind.name();
    }

    private boolean secure(HttpServletRequest request) {
        return alwaysSecure || request.isSecure();
    }
}
