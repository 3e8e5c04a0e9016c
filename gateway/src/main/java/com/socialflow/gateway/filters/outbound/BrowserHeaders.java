package com.socialflow.gateway.filters.outbound;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers what our pages may do: load from us alone, be framed by us alone (except the embedded player). */
public final class BrowserHeaders extends OncePerRequestFilter {

    private static final String EMBED = "/embed/";
    private static final String MEDIA = "/media/";

    /** What people uploaded is no page: opened by itself it runs nothing, and nobody frames it. */
    private static final String MEDIA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** A year, for this host and those below it: a name beside ours that speaks plain http could plant cookies here. */
    private static final String HTTPS_ALONE = "max-age=31536000; includeSubDomains";

    private final String policy;
    private final String embedPolicy;
    private final boolean alwaysSecure;

    /**
     * A policy that also lets media come from these origins.
     *
     * @param alwaysSecure whether people come by https even when a request looks like plain http
     */
    public BrowserHeaders(List<String> mediaOrigins, boolean alwaysSecure) {
        var media = mediaOrigins.isEmpty() ? "" : " " + String.join(" ", mediaOrigins);
        var common = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:" + media
                + "; media-src 'self' blob:" + media + "; worker-src 'self' blob:; connect-src 'self'" + media
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ";
        this.policy = common + "'self'";
        this.embedPolicy = common + "*";
        this.alwaysSecure = alwaysSecure;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", policy(request.getRequestURI()));
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        if (!request.getRequestURI().startsWith(MEDIA)) {
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        }
        if (alwaysSecure || request.isSecure()) {
            response.setHeader("Strict-Transport-Security", HTTPS_ALONE);
        }
        chain.doFilter(request, response);
    }

    private String policy(String path) {
        if (path.startsWith(MEDIA)) {
            return MEDIA_POLICY;
        }
        return path.startsWith(EMBED) ? embedPolicy : policy;
    }
}
