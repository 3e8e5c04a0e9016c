package com.socialflow.platform.web;

import com.socialflow.core.Cursor;
import com.socialflow.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link PageRequest} parameters. */
final class PageRequests implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var cursor = request.getParameter("cursor");
        return new PageRequest(
                limit(request.getParameter("limit")),
                cursor == null || cursor.isEmpty() ? Cursor.START : Cursor.parse(cursor));
    }

    private static int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return PageRequest.LIMIT_DEFAULT;
        }
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= PageRequest.LIMIT_MAX) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // The same answer as for a number out of range.
        }
        throw Problem.badRequest("bad-limit", "limit is a number from 1 to %d", PageRequest.LIMIT_MAX);
    }
}
