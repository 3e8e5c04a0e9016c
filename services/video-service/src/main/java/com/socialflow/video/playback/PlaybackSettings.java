package com.socialflow.video.playback;

import static com.socialflow.core.Require.require;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How videos are played.
 *
 * @param tokenLifetime how long an address of an unlisted or private video works at least; clients fetch a new one
 * @param redirect whether players get segments from the object storage itself, where it has addresses (S3); its
 *     origin must then be among {@code socialflow.gateway.media-origins}, and its bucket must allow foreign origins
 * @param redirectLifetime how long such an address works: revoking a token does not end it
 */
@ConfigurationProperties("socialflow.playback")
record PlaybackSettings(
        @DefaultValue("6h") Duration tokenLifetime,
        @DefaultValue("false") boolean redirect,
        @DefaultValue("5m") Duration redirectLifetime) {

    /** S3's own limit for signed addresses. */
    private static final Duration LIFETIME_MAX = Duration.ofDays(7);

    PlaybackSettings {
        requireLifetime(tokenLifetime, "token-lifetime");
        requireLifetime(redirectLifetime, "redirect-lifetime");
    }

    private static void requireLifetime(Duration lifetime, String key) {
        require(
                lifetime.compareTo(Duration.ofMinutes(1)) >= 0 && lifetime.compareTo(LIFETIME_MAX) <= 0,
                "socialflow.playback.%s is from 1m to 7d",
                key);
    }
}
