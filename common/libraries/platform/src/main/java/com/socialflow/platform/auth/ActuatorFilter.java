package com.socialflow.platform.auth;

import com.socialflow.core.Problem;
import com.socialflow.platform.web.ProblemWriter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.http.HttpHeaders;

/** Health is for everybody; the rest of the actuator for this host, or for who has the configured token. */
final class ActuatorFilter implements Filter {

    private static final String HEALTH = "/actuator/health";

    private final String token;
    private final ProblemWriter problems;

    ActuatorFilter(AuthSettings settings, ProblemWriter problems) {
        this.token = settings.metricsToken();
        this.problems = problems;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) servletRequest;
        if (isHealth(request.getServletPath()) || isLocal(request) || hasToken(request)) {
            chain.doFilter(servletRequest, servletResponse);
            return;
        }
        var problem = Problem.unauthorized(
                "authentication-required", "from elsewhere, this needs the token of socialflow.auth.metrics-token");
        problems.write(problem, request, (HttpServletResponse) servletResponse);
    }

    private static boolean isHealth(String path) {
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }

    /** A proxy on this host passes on what comes from elsewhere: then it is not local. */
    private static boolean isLocal(HttpServletRequest request) throws IOException {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }

    private boolean hasToken(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return !token.isEmpty()
                && header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }
}
