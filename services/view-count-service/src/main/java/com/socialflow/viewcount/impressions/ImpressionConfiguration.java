package com.socialflow.viewcount.impressions;

import com.socialflow.platform.auth.BeaconPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets pages tell what they showed as they are left. */
@Configuration(proxyBeanMethods = false)
class ImpressionConfiguration {

    private static final String PATH = "/api/v1/impressions";

    @Bean
    static BeaconPaths impressionPaths() {
        return new BeaconPaths(request ->
                "POST".equals(request.getMethod()) && request.getServletPath().equals(PATH));
    }
}
