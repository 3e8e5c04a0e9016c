package com.socialflow.viewcount.beacons;

import com.socialflow.platform.auth.BeaconPaths;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets pages tell what was watched as they are left. */
@Configuration(proxyBeanMethods = false)
class BeaconConfiguration {

    private static final String OF_MANY = "/api/v1/views";
    private static final String VIDEOS = "/api/v1/videos/";
    private static final String OF_ONE = "/views";

    @Bean
    static BeaconPaths beaconPaths() {
        return new BeaconPaths(BeaconConfiguration::isBeacon);
    }

    private static boolean isBeacon(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return false;
        }
        var path = request.getServletPath();
        return path.equals(OF_MANY)
                || (path.startsWith(VIDEOS)
                        && path.endsWith(OF_ONE)
                        && path.indexOf('/', VIDEOS.length()) == path.length() - OF_ONE.length());
    }
}
