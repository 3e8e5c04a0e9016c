package com.socialflow.platform.auth;

import com.socialflow.core.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers their {@link Actor}. */
final class ActorArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.nestedIfOptional().getNestedParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var actor = (Actor) request.getAttribute(Actor.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (parameter.getParameterType() == Optional.class) {
            return Optional.ofNullable(actor);
        }
        if (actor == null && request.getAttribute(Program.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) != null) {
            throw Problem.forbidden("this is for people, and for programs in their name");
        }
        if (actor == null) {
            throw Problem.unauthorized("authentication-required", "sign in first");
        }
        return actor;
    }
}
