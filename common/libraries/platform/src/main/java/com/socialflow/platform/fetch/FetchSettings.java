package com.socialflow.platform.fetch;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where pages of strangers may be fetched from.
 *
 * @param ports which are asked
 * @param trusted addresses that are asked on any port although they are not public, such as {@code 10.1.2.3}
 */
@ConfigurationProperties("socialflow.fetch")
public record FetchSettings(
        @DefaultValue({"80", "443"}) List<Integer> ports, @DefaultValue List<String> trusted) {

    public FetchSettings {
        ports = List.copyOf(ports);
        trusted = List.copyOf(trusted);
    }
}
