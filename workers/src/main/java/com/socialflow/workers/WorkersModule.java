package com.socialflow.workers;

import com.socialflow.platform.database.ServiceSchema;
import com.socialflow.workers.jobs.JobsConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The transcoding workers: what the program imports to play the role {@code workers}. */
@Configuration(proxyBeanMethods = false)
@Import(JobsConfiguration.class)
public class WorkersModule {

    @Bean
    static ServiceSchema workersSchema() {
        return new ServiceSchema("workers");
    }
}
