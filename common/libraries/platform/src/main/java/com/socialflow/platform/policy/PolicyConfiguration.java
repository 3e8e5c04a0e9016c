package com.socialflow.platform.policy;

import io.grpc.BindableService;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may do what, asked at every edge. */
@Configuration(proxyBeanMethods = false)
public class PolicyConfiguration {

    /** Behind the limits: whoever asks too often is not looked at. */
    private static final int ORDER = 10;

    @Bean
    static Permits permits(Clock clock) {
        return new Permits(PolicyFiles.policies(), new Principals(PolicyFiles.roles()), clock);
    }

    @Bean
    static PermittedCalls permittedCalls(Permits permits, List<BindableService> services) {
        return new PermittedCalls(permits, services);
    }

    @Bean
    static WebMvcConfigurer permitInterceptor(Permits permits, ObjectProvider<MeterRegistry> meters) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PermitInterceptor(permits, meters.getObject()))
                        .order(ORDER);
            }
        };
    }
}
