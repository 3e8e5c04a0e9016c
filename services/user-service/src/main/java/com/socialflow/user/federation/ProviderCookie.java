package com.socialflow.user.federation;

import com.socialflow.platform.auth.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** What a browser keeps while somebody is at a provider; it goes nowhere else. */
@Component
class ProviderCookie {

    // Lax: the provider sends the browser back from another site.
    private static final Cookies.Kind KIND = new Cookies.Kind("sf_provider", FederationController.PATH, "Lax");

    private final Cookies cookies;

    ProviderCookie(Cookies cookies) {
        this.cookies = cookies;
    }

    void write(HttpServletRequest request, HttpServletResponse response, String value) {
        cookies.write(KIND, request, response, value, FederatedSignIns.ATTEMPT_MAX);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        cookies.clear(KIND, request, response);
    }

    /** Empty when there is none. */
    String read(HttpServletRequest request) {
        return cookies.read(KIND, request).orElse("");
    }
}
