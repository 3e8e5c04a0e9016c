package com.socialflow.analytics.archive;

import com.socialflow.platform.storage.ObjectStorage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {

    @Bean
    static Archive archive(ObjectStorage storage) {
        return new Archive(storage);
    }
}
