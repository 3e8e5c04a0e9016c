package com.socialflow.video;

import com.socialflow.platform.database.ServiceSchema;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The video service: what the program imports to play the role {@code video}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ConfigurationPropertiesScan
public class VideoModule {

    @Bean
    static ServiceSchema videoSchema() {
        return new ServiceSchema("video");
    }
}
