package com.socialflow.platform.work;

import io.opentelemetry.context.Context;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.web.context.request.RequestContextHolder;

/** Carries to another thread for whom this one works: the context of its log, its request and its trace. */
final class Errand {

    private Errand() {}

    static <T> Callable<T> carry(Supplier<T> work) {
        var log = MDC.getCopyOfContextMap();
        var request = RequestContextHolder.getRequestAttributes();
        var trace = Context.current();
        return () -> {
            try (var _ = trace.makeCurrent()) {
                if (log != null) {
                    MDC.setContextMap(log);
                }
                RequestContextHolder.setRequestAttributes(request);
                return work.get();
            } finally {
                RequestContextHolder.resetRequestAttributes();
                MDC.clear();
            }
        };
    }
}
