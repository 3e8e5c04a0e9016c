package com.socialflow.user.oauth;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** A way to tokens. */
enum Flow {
    AUTHORIZATION_CODE(AuthorizationGrantType.AUTHORIZATION_CODE),
    CLIENT_CREDENTIALS(AuthorizationGrantType.CLIENT_CREDENTIALS),
    DEVICE_CODE(AuthorizationGrantType.DEVICE_CODE);

    private final AuthorizationGrantType type;

    Flow(AuthorizationGrantType type) {
        this.type = type;
    }

    /** As the protocol calls it. */
    AuthorizationGrantType type() {
        return type;
    }

    /** As the database and the API write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Flow> find(String text) {
        return Stream.of(values()).filter(flow -> flow.text().equals(text)).findFirst();
    }

    static Flow of(String text) {
        return find(text).orElseThrow();
    }

    static Flow of(AuthorizationGrantType type) {
        return Stream.of(values())
                .filter(flow -> flow.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
