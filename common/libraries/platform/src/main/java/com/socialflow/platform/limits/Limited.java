package com.socialflow.platform.limits;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * With which others the requests to a controller's method are limited. Without one GET, HEAD and OPTIONS are
 * {@link RouteClass#READS}, the rest {@link RouteClass#WRITES}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Limited {

    RouteClass value();
}
