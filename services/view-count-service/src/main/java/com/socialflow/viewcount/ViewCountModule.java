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

    /** Beacons go to a log of their own; by its outbox leave shares, of which there are few. */
    @Bean
    static ServiceSchema viewCountSchema() {
        return new ServiceSchema("view_count");
    }
}
