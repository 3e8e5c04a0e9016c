package com.socialflow.user.oauth;

import com.socialflow.platform.auth.Issuer;
import com.socialflow.platform.auth.Proofs;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.stereotype.Component;

/**
 * Where every request to the authorization server comes in: says in whose name it is answered, and checks a proof of a
 * key by our own rules, which know proofs that other processes saw.
 */
@Lazy
@Component
class Entrance {

    static final String TOKEN = "/oauth2/token";

    private final Issuer issuer;
    private final Proofs proofs;
    private final Answers answers;

    Entrance(Issuer issuer, Proofs proofs, Answers answers) {
        this.issuer = issuer;
        this.proofs = proofs;
        this.answers = answers;
    }

    /** Not a {@code Filter} itself: a bean of that type would stand before every request. */
    void filter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) servletRequest;
        var response = (HttpServletResponse) servletResponse;
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Codes and states lie in addresses here: they are nobody's else.
        response.setHeader("Referrer-Policy", "no-referrer");
        @Nullable String key = null;
        if (request.getServletPath().equals(TOKEN) && request.getHeader(Proofs.HEADER) != null) {
            switch (proofs.check(request, null)) {
                case Proofs.Outcome.Refused(var why) -> {
                    answers.error(response, 400, "invalid_dpop_proof", why);
                    return;
                }
                case Proofs.Outcome.Proven(var thumbprint) -> key = thumbprint;
            }
        }
        AuthorizationServerContextHolder.setContext(new ServerContext(issuer.name(request), key));
        try {
            chain.doFilter(new WithoutProof(request), answers.redirectsFor(request, response));
        } finally {
            AuthorizationServerContextHolder.resetContext();
        }
    }

    /** Once checked, a proof is not to be checked again by rules that know less. */
    private static final class WithoutProof extends HttpServletRequestWrapper {

        WithoutProof(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return Proofs.HEADER.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return Proofs.HEADER.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }
    }
}
