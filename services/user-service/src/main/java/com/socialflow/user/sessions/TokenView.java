package com.socialflow.user.sessions;

import org.jspecify.annotations.Nullable;

/** RFC 6749, section 5.1, in this API's manner; without tokens when they travel in cookies. */
public record TokenView(
        @Nullable String accessToken,
        String tokenType,
        long expiresIn,
        @Nullable String refreshToken) {

    /** Keeps the tokens out of logs. */
    @Override
    public String toString() {
        return "TokenView[%s]".formatted(tokenType);
    }
}
