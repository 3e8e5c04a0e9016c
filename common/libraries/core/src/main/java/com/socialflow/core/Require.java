package com.socialflow.core;

import java.util.Locale;

/** Invariants of records. A broken one is a mistake in this program, not in its input. */
public final class Require {

    private Require() {}

    /**
     * Nothing when {@code holds}.
     *
     * @throws IllegalArgumentException with the message otherwise
     */
    public static void require(boolean holds, String message, Object... arguments) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, arguments));
        }
    }
}
