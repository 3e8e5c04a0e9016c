package com.socialflow.platform.auth;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * What somebody gets who is signed in is not kept by browsers, unless the answer itself says for how long. What has a
 * version may be kept by that person's browser alone, and is asked for again each time.
 */
@RestControllerAdvice
class NotKept implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var headers = response.getHeaders();
        if (headers.getCacheControl() == null && signedIn(request)) {
            headers.setCacheControl(headers.getETag() == null ? "no-store" : "private, no-cache");
        }
        return body;
    }

    private static boolean signedIn(ServerHttpRequest request) {
        return request instanceof ServletServerHttpRequest servlet
                && servlet.getServletRequest().getAttribute(Actor.ATTRIBUTE) != null;
    }
}
