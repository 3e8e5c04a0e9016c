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

    private final String policy;
    private final String embedPolicy;

    /** A policy that also lets media come from these origins. */
    public BrowserHeaders(List<String> mediaOrigins) {
        var media = mediaOrigins.isEmpty() ? "" : " " + String.join(" ", mediaOrigins);
        var common = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:" + media
                + "; media-src 'self' blob:" + media + "; worker-src 'self' blob:; connect-src 'self'" + media
                + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ";
        this.policy = common + "'self'";
        this.embedPolicy = common + "*";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        var path = request.getRequestURI();
        if (!path.startsWith("/media/")) {
            var embed = path.startsWith(EMBED);
            response.setHeader("Content-Security-Policy", embed ? embedPolicy : policy);
            response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            if (request.isSecure()) {
                response.setHeader("Strict-Transport-Security", "max-age=31536000");
            }
        }
        chain.doFilter(request, response);
    }
}
