package com.socialflow.app;

import java.net.BindException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Why the program did not start, in a sentence for the person in front of it. */
final class StartFailure {

    private StartFailure() {}

    static String sentence(Throwable failure) {
        var deepest = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return "Port %d is taken: choose another with --port=".formatted(taken.getPort());
            }
            if (cause instanceof BindException) {
                return "The port is taken: choose another with --port=";
            }
            if (cause instanceof Refusal refusal) {
                return String.valueOf(refusal.getMessage());
            }
            deepest = cause;
        }
        var message = deepest.getMessage();
        return "Social Flow did not start: "
                + (message == null ? deepest.getClass().getSimpleName() : message);
    }

    /** A start that is refused for a reason that its message says in full. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }
}
