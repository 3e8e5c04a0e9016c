package com.socialflow.viewcount;

import static com.socialflow.core.Require.require;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is known of views.
 *
 * @param partitions of the log of beacons when it is made; the most processes that can share the counting
 * @param countries path of a table in MaxMind's format; empty: countries are unknown
 * @param dataCentres path of a file of networks; empty: none are known
 */
@ConfigurationProperties("socialflow.views")
public record ViewSettings(
        @DefaultValue("4") int partitions,
        @DefaultValue("") String countries,
        @DefaultValue("") String dataCentres) {

    public ViewSettings {
        require(partitions > 0, "socialflow.views.partitions is at least 1");
    }
}
