package com.socialflow.social;

import com.socialflow.platform.database.ServiceSchema;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The social service: what the program imports to play the role {@code social}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
public class SocialModule {

    @Bean
    static ServiceSchema socialSchema() {
        return new ServiceSchema("social");
    }
}
