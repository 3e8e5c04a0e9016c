package com.socialflow.platform.audit;

import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The audit trail. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    Audit audit() {
        var log = LoggerFactory.getLogger(Audit.class);
        return entry -> log.info("{}", entry);
    }
}
