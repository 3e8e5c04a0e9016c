package com.socialflow.platform.fetch;

import com.socialflow.platform.PlatformSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fetching from strangers, by the addresses that this machine finds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FetchSettings.class)
public class FetchConfiguration {

    /** Says whose it is, so that whoever runs a server knows whom to ask. */
    @Bean
    static SafeFetch safeFetch(FetchSettings settings, PlatformSettings platform) {
        var home = platform.publicUrl().isEmpty() ? "" : "; +" + platform.publicUrl();
        var client = new StrangersClient(
                new Destinations(Resolver.ofThisMachine(), settings), "SocialFlow/1.0 (link preview" + home + ")");
        return new SafeFetch(client, SafeFetch.TIME_MAX);
    }
}
