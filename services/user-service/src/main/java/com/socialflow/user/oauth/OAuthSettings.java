package com.socialflow.user.oauth;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Programs of other people.
 *
 * @param clientsMax how many programs one person may register
 * @param refreshIdle how long a program keeps access that it does not use
 * @param refreshMax how long a program keeps access at most, then the person is asked again
 */
@ConfigurationProperties("socialflow.oauth")
public record OAuthSettings(
        @DefaultValue("20") int clientsMax,
        @DefaultValue("30d") Duration refreshIdle,
        @DefaultValue("365d") Duration refreshMax) {}
