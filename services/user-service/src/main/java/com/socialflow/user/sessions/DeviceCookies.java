package com.socialflow.user.sessions;

import com.socialflow.platform.auth.AuthSettings;
import com.socialflow.platform.auth.SessionCookies;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookie by which a browser is known again, with a token of each account that was entered in it. It signs nobody
 * in: it only tells its owner's tries apart from those of others.
 */
@Component
class DeviceCookies {

    static final String NAME = "sf_device";

    /** Accounts that one browser is remembered by; the oldest goes for another. */
    static final int ACCOUNTS_MAX = 4;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{24}");

    private final boolean alwaysSecure;

    DeviceCookies(AuthSettings settings) {
        alwaysSecure = settings.secureCookies();
    }

    /** What earlier sign-ins left in the browser. */
    static List<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return List.of();
        }
        for (var cookie : cookies) {
            if (cookie.getName().equals(NAME)) {
                return List.of(cookie.getValue().split("\\.")).stream()
                        .filter(token -> TOKEN.matcher(token).matches())
                        .limit(ACCOUNTS_MAX)
                        .toList();
            }
        }
        return List.of();
    }

    /** Leaves a token beside the others. */
    void add(String token, HttpServletRequest request, HttpServletResponse response) {
        var tokens = new ArrayList<>(read(request));
        if (tokens.size() == ACCOUNTS_MAX) {
            tokens.removeFirst();
        }
        tokens.add(token);
        var cookie = ResponseCookie.from(NAME, String.join(".", tokens))
                .path(SessionCookies.SESSIONS_PATH)
                .maxAge(KnownDevices.KEPT)
                .httpOnly(true)
                .secure(alwaysSecure || request.isSecure())
                .sameSite("Strict")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
