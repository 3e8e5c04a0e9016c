package com.socialflow.platform.web;

import com.socialflow.core.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a parameter that is said twice: a proxy in front may have read the other one. */
final class SaidOnce implements HandlerInterceptor {

    /** Only these have no body, which would be read for its parameters. */
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && WITHOUT_BODY.contains(request.getMethod())) {
            for (var values : request.getParameterMap().values()) {
                if (values.length > 1) {
                    throw Problem.badRequest("malformed", "a parameter is there twice");
                }
            }
        }
        return true;
    }
}
