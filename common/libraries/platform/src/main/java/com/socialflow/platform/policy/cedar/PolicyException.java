package com.socialflow.platform.policy.cedar;

/** A policy that is no policy, or uses what our subset of Cedar does not have. Names its file and line. */
public final class PolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PolicyException(String file, int line, String message) {
        super("%s:%d: %s".formatted(file, line, message));
    }
}
