package com.socialflow.platform.auth;

import com.socialflow.core.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/**
 * Keeps other sites from using a browser's cookies (cross-site request forgery). A request that changes something on
 * the word of a cookie must carry a header that no foreign form can send, and must not say that it comes from
 * elsewhere.
 */
public final class CrossSite {

    /** The header of requests from our own pages; its value is {@code 1}. */
    public static final String HEADER = "X-Socialflow-Csrf";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private CrossSite() {}

    /**
     * Nothing when the request is safe or from our own pages.
     *
     * @throws Problem 403 {@code cross-site} otherwise
     */
    public static void refuse(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        if (!"1".equals(request.getHeader(HEADER))) {
            throw Problem.of(403, "cross-site", "a request with a cookie needs the header %s: 1", HEADER);
        }
        if (!sameOrigin(request)) {
            throw Problem.of(403, "cross-site", "this request comes from another site");
        }
    }

    /**
     * Nothing when a form was sent from a page of ours. A form sends no header of ours: the browser itself must say
     * where it comes from.
     *
     * @throws Problem 403 {@code cross-site} otherwise
     */
    public static void refuseForm(HttpServletRequest request) {
        var told = request.getHeader("Sec-Fetch-Site") != null || request.getHeader("Origin") != null;
        if (!sameOrigin(request) || (!told && !"1".equals(request.getHeader(HEADER)))) {
            throw Problem.of(403, "cross-site", "this form does not come from our own page");
        }
    }

    /**
     * Nothing when no page asks, or one of ours. For safe requests that must not be made in the name of whoever looks
     * at another site's page, such as to open a socket.
     *
     * @throws Problem 403 {@code cross-site} otherwise
     */
    public static void refusePage(HttpServletRequest request) {
        if (!sameOrigin(request)) {
            throw Problem.of(403, "cross-site", "this request comes from another site");
        }
    }

    /** Whether the browser, if it is one, says that its page is ours. */
    static boolean sameOrigin(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeader("Origin");
        return origin == null || sameHost(origin, request.getHeader("Host"));
    }

    /** The scheme is left out of it: behind a proxy that ends TLS, ours may look like plain http. */
    private static boolean sameHost(String origin, String host) {
        try {
            return URI.create(origin).getRawAuthority() instanceof String authority && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
