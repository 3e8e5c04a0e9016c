package com.socialflow.user;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Identity.
 *
 * @param passwordsAtOnce how many passwords are hashed at once, each with 19 MiB and a core; 0: one for each core
 * @param passwordsWaiting how many wait for that; more are told to come back
 * @param sessionIdle how long a sign-in lasts that nobody uses
 * @param sessionMax how long a sign-in lasts at most
 * @param signingKeyLifetime how long a key signs access tokens before the next one does
 */
@ConfigurationProperties("socialflow.user")
public record UserSettings(
        @DefaultValue("0") int passwordsAtOnce,
        @DefaultValue("64") int passwordsWaiting,
        @DefaultValue("30d") Duration sessionIdle,
        @DefaultValue("365d") Duration sessionMax,
        @DefaultValue("90d") Duration signingKeyLifetime) {}
