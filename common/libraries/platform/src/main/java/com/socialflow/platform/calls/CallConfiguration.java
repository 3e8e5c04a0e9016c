package com.socialflow.platform.calls;

import com.socialflow.platform.Roles;
import io.grpc.BindableService;
import io.grpc.ServerInterceptor;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Calls between services, both ends. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallSettings.class)
public class CallConfiguration {

    @Bean
    CallServer callServer(List<BindableService> services, List<ServerInterceptor> guards, CallSettings settings) {
        return new CallServer(services, guards, settings);
    }

    @Bean
    Calls calls(Roles roles, CallSettings settings, CallServer server) {
        return new Calls(roles, settings, server);
    }
}
