package com.socialflow.platform.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** The two cookies of a signed-in browser. */
public class SessionCookies {

    /** Where the refresh token goes: nowhere but to the calls that need it. */
    public static final String SESSIONS_PATH = "/api/v1/sessions";

    /** Where browsers go to sign in with another provider. */
    public static final String PROVIDERS_PATH = "/api/v1/sign-in/";

    // Lax: a link from elsewhere opens our page signed in; what changes something is guarded by CrossSite.
    private static final Cookies.Kind ACCESS = new Cookies.Kind("sf_access", "/", "Lax");
    private static final Cookies.Kind REFRESH = new Cookies.Kind("sf_refresh", SESSIONS_PATH, "Lax");

    private final Cookies cookies;

    SessionCookies(Cookies cookies) {
        this.cookies = cookies;
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
        cookies.write(REFRESH, request, response, refresh, refreshLifetime);
    }

    /** Gives a browser that is signed in another access token. */
    public void writeAccess(
            HttpServletRequest request, HttpServletResponse response, String access, Duration accessLifetime) {
        cookies.write(ACCESS, request, response, access, accessLifetime);
    }

    /** Signs the browser out. */
    public void clear(HttpServletRequest request, HttpServletResponse response) {
        clearAccess(request, response);
        cookies.clear(REFRESH, request, response);
    }

    void clearAccess(HttpServletRequest request, HttpServletResponse response) {
        cookies.clear(ACCESS, request, response);
    }

    /** The refresh token of the browser, if it is signed in. */
    public Optional<String> refresh(HttpServletRequest request) {
        return cookies.read(REFRESH, request);
    }

    Optional<String> access(HttpServletRequest request) {
        return cookies.read(ACCESS, request);
    }
}
