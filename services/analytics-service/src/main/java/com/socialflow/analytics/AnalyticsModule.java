package com.socialflow.analytics;

import com.socialflow.platform.database.ServiceSchema;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The analytics service: what the program imports to play the role {@code analytics}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
public class AnalyticsModule {

    @Bean
    static ServiceSchema analyticsSchema() {
        return new ServiceSchema("analytics");
    }
}
