package com.socialflow.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the requirements of OWASP ASVS 5.0 that a test shows to be met. {@code AsvsTest} keeps {@code docs/ASVS.md} in
 * step with it. Where this class can't be seen (tests of core and of the engines, TypeScript) it stands in a comment.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
public @interface Asvs {

    /** Ids such as {@code V6.2.1}. */
    String[] value();
}
