package com.socialflow.platform.limits;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts every request to a controller, once. */
final class LimitInterceptor implements HandlerInterceptor {

    private final Limits limits;
    private final Map<Method, Optional<RouteClass>> declared = new ConcurrentHashMap<>();

    LimitInterceptor(Limits limits) {
        this.limits = limits;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            limits.count(routeClass(method.getMethod(), request.getMethod()), request, response);
        }
        return true;
    }

    private RouteClass routeClass(Method method, String verb) {
        var found = declared.get(method);
        if (found == null) {
            found = declared.computeIfAbsent(method, LimitInterceptor::find);
        }
        return found.orElseGet(() -> switch (verb) {
            case "GET", "HEAD", "OPTIONS" -> RouteClass.READS;
            default -> RouteClass.WRITES;
        });
    }

    private static Optional<RouteClass> find(Method method) {
        var limited = AnnotatedElementUtils.findMergedAnnotation(method, Limited.class);
        if (limited == null) {
            limited = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), Limited.class);
        }
        return Optional.ofNullable(limited).map(Limited::value);
    }
}
