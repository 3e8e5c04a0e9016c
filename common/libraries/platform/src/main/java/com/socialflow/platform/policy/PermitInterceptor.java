package com.socialflow.platform.policy;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.auth.Program;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.cors.PreFlightRequestHandler;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Asks before every controller. A method that says not what it does is refused. */
final class PermitInterceptor implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(PermitInterceptor.class);

    private final Permits permits;
    private final MeterRegistry meters;
    private final Set<Method> undeclared = ConcurrentHashMap.newKeySet();

    PermitInterceptor(Permits permits, MeterRegistry meters) {
        this.permits = permits;
        this.meters = meters;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            decide(request, method.getMethod());
            return true;
        }
        // Files of the web client, of which the home page has a view, and browsers that ask whether they may ask.
        if (handler instanceof ResourceHttpRequestHandler
                || handler instanceof ParameterizableViewController
                || handler instanceof PreFlightRequestHandler) {
            return true;
        }
        throw counted(Refusals.notPermitted(false), "undeclared");
    }

    private void decide(HttpServletRequest request, Method method) {
        var requirement = Declarations.of(method).orElse(null);
        if (requirement == null) {
            if (undeclared.add(method)) {
                log.error("{} is refused: it has no @Permit", method);
            }
            throw counted(Refusals.notPermitted(false), "undeclared");
        }
        try {
            var program = Program.of(request).orElse(null);
            if (program == null) {
                permits.atEdge(Actor.of(request), requirement);
            } else {
                permits.atEdge(program, requirement);
            }
        } catch (Problem refusal) {
            throw counted(refusal, requirement.action());
        }
    }

    private Problem counted(Problem refusal, String action) {
        meters.counter("socialflow.refusals", "action", action, "code", refusal.code())
                .increment();
        return refusal;
    }
}
