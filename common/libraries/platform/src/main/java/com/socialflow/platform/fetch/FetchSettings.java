package com.socialflow.platform.fetch;

import static com.socialflow.core.Require.require;

import java.net.InetAddress;
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
        @DefaultValue({"80", "443"}) List<Integer> ports,
        @DefaultValue List<String> trusted) {

    public FetchSettings {
        ports = List.copyOf(ports);
        trusted = List.copyOf(trusted);
        ports.forEach(port -> require(port > 0 && port < 65_536, "socialflow.fetch.ports: %d is no port", port));
        trusted.forEach(address -> require(literal(address), "socialflow.fetch.trusted: %s is no address", address));
    }

    private static boolean literal(String address) {
        try {
            return InetAddress.ofLiteral(address) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
