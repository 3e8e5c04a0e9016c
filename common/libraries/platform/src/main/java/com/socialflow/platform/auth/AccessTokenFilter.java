package com.socialflow.platform.auth;

import com.socialflow.core.Problem;
import com.socialflow.platform.calls.CallIdentity;
import com.socialflow.platform.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;

/**
 * Finds out who makes a request. A request without a token goes on as anonymous; one with a bad token does not go on,
 * whatever it asks for.
 */
final class AccessTokenFilter implements Filter {

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final SessionCookies cookies;
    private final ProblemWriter problems;

    AccessTokenFilter(AccessTokens tokens, SessionCookies cookies, ProblemWriter problems) {
        this.tokens = tokens;
        this.cookies = cookies;
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) servletRequest;
        var response = (HttpServletResponse) servletResponse;
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            chain.doFilter(request, response);
            return;
        }
        @Nullable Actor actor;
        try {
            actor = actor(request, response);
        } catch (Problem problem) {
            problems.write(problem, request, response);
            return;
        }
        if (actor == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(Actor.ATTRIBUTE, actor);
        MDC.put(CallIdentity.ACCOUNT, Long.toString(actor.account().value()));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(CallIdentity.ACCOUNT);
        }
    }

    private @Nullable Actor actor(HttpServletRequest request, HttpServletResponse response) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return tokens.actor(header.substring(SCHEME.length()).strip());
        }
        var cookie = SessionCookies.access(request);
        if (cookie.isEmpty()) {
            return null;
        }
        Actor actor;
        try {
            actor = tokens.actor(cookie.get());
        } catch (Problem problem) {
            // A browser whose session is over must still be able to sign in, here or with a provider, refresh and sign
            // out.
            var path = request.getServletPath();
            if (path.startsWith(SessionCookies.SESSIONS_PATH) || path.startsWith(SessionCookies.PROVIDERS_PATH)) {
                return null;
            }
            if (problem.status() == 401) {
                cookies.clearAccess(request, response);
            }
            throw problem;
        }
        CrossSite.refuse(request);
        return actor;
    }
}
