package com.socialflow.platform.calls;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calls between services.
 *
 * @param listen {@code host:port} where other processes call the services of this one; empty means nobody does
 * @param address where each service is that does not run in this process, {@code host:port} by role
 * @param deadline how long a call may take
 */
@ConfigurationProperties("socialflow.calls")
record CallSettings(
        @DefaultValue("") String listen,
        @DefaultValue Map<String, String> address,
        @DefaultValue("2s") Duration deadline) {}
