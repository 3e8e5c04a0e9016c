package com.socialflow.user.sessions;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a session gives its client.
 *
 * @param refresh null: the client has it and keeps it
 * @param browser whether they travel in cookies
 */
public record Tokens(
        String access, Duration accessLifetime, @Nullable String refresh, Duration refreshLifetime, boolean browser) {

    /** Keeps them out of logs. */
    @Override
    public String toString() {
        return "Tokens[browser=%s]".formatted(browser);
    }
}
