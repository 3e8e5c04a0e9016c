package com.socialflow.platform.auth;

import com.socialflow.core.Require;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is believed, and how it is kept secret.
 *
 * @param issuer who signs tokens, as their {@code iss} says; the same in every process; empty: the public address
 * @param tokenLifetime how long an access token is good, at most an hour: it can't be changed once given
 * @param jwksUrl where a process without the user role reads the public keys; empty: the user role runs here
 * @param secureCookies whether cookies are for https alone even when a request looks like plain http
 * @param metricsToken bearer token that reads metrics from elsewhere than this host; empty: nobody does
 */
@ConfigurationProperties("socialflow.auth")
public record AuthSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("10m") Duration tokenLifetime,
        @DefaultValue("") String jwksUrl,
        @DefaultValue("false") boolean secureCookies,
        @DefaultValue("") String metricsToken) {

    /** Whom access tokens are for, as their {@code aud} says. */
    public static final String AUDIENCE = "socialflow";

    private static final Duration TOKEN_LIFETIME_MAX = Duration.ofHours(1);

    public AuthSettings {
        Require.require(
                tokenLifetime.compareTo(TOKEN_LIFETIME_MAX) <= 0 && tokenLifetime.compareTo(Duration.ofSeconds(1)) >= 0,
                "socialflow.auth.token-lifetime is between a second and an hour");
    }

    /** Keeps the secrets out of logs. */
    @Override
    public String toString() {
        return "AuthSettings[issuer=%s, tokenLifetime=%s, jwksUrl=%s]".formatted(issuer, tokenLifetime, jwksUrl);
    }
}
