package com.socialflow.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Kafka and what travels over it.
 *
 * @param enabled off: events stay in the outbox and nothing is listened to (for tests and maintenance)
 * @param partitions of each topic when it is made; the most processes that can share a service's events
 * @param replication copies of each topic when it is made
 * @param patience how long to look for Kafka at start before saying so and looking on
 */
@ConfigurationProperties("socialflow.messaging")
public record MessagingSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("3") int partitions,
        @DefaultValue("1") short replication,
        @DefaultValue("60s") Duration patience) {}
