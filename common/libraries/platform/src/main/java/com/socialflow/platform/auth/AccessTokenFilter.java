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

/**
 * Finds out who makes a request. A request without a token goes on as anonymous; one with a bad token does not go on,
 * whatever it asks for.
 */
final class AccessTokenFilter implements Filter {

    private final Credentials credentials;
    private final ProblemWriter problems;

    AccessTokenFilter(Credentials credentials, ProblemWriter problems) {
        this.credentials = credentials;
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
        @Nullable VerifiedToken caller;
        try {
            caller = credentials.check(request, response);
        } catch (Problem problem) {
            problems.write(problem, request, response);
            return;
        }
        if (caller != null && caller.program() != null) {
            request.setAttribute(Program.ATTRIBUTE, caller.program());
        }
        if (caller == null || caller.actor() == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(Actor.ATTRIBUTE, caller.actor());
        MDC.put(CallIdentity.ACCOUNT, Long.toString(caller.actor().account().value()));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(CallIdentity.ACCOUNT);
        }
    }
}
