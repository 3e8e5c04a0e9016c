package com.socialflow.platform.recurring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Work that comes back. */
@Configuration(proxyBeanMethods = false)
public class RecurringConfiguration {

    @Bean
    Recurring recurring() {
        return new Recurring();
    }
}
