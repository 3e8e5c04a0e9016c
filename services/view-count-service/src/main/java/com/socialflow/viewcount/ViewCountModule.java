package com.socialflow.viewcount;

import com.socialflow.platform.database.ServiceSchema;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The view count service: what the program imports to play the role {@code view-count}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
public class ViewCountModule {

    /** Beacons go to a log of their own, so that its outbox needs no relay. */
    @Bean
    static ServiceSchema viewCountSchema() {
        return new ServiceSchema("view_count", false);
    }
}
