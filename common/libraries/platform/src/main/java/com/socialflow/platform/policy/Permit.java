package com.socialflow.platform.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a method of a controller or of gRPC does, as the policies call it. A method without one is refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Permit {

    /** The action, such as {@code video.delete}. */
    String value();

    /** The scope that a program of somebody else needs for it; empty: it is not for programs. */
    String scope() default "";

    /** The scope of what every program may do, whatever it was given. */
    String ANY_SCOPE = "*";
}
