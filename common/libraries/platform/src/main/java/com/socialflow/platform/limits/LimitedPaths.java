package com.socialflow.platform.limits;

import com.socialflow.core.Problem;
import com.socialflow.platform.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts requests to what no controller answers: the filters of the authorization server. */
final class LimitedPaths extends OncePerRequestFilter {

    private final Limits limits;
    private final ProblemWriter problems;

    LimitedPaths(Limits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            limits.count(RouteClass.TOKENS, request, response);
        } catch (Problem refusal) {
            problems.write(refusal, request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
