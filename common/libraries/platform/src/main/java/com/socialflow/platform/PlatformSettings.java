package com.socialflow.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What concerns the whole program.
 *
 * @param data the directory of everything that this program keeps
 * @param publicUrl the address that people use, without a slash at the end; empty: taken from each request
 * @param redis a Redis that somebody else runs
 * @param kafka a Kafka that somebody else runs
 */
@ConfigurationProperties("socialflow")
public record PlatformSettings(
        @DefaultValue("data") Path data,
        @DefaultValue("") String publicUrl,
        @DefaultValue Redis redis,
        @DefaultValue Kafka kafka) {

    /**
     * Redis.
     *
     * @param url {@code redis://user:password@host:port}; empty means the embedded server
     */
    public record Redis(@DefaultValue("") String url) {}

    /**
     * Kafka.
     *
     * @param bootstrap {@code host:port} and commas; empty means the embedded broker
     */
    public record Kafka(@DefaultValue("") String bootstrap) {}
}
