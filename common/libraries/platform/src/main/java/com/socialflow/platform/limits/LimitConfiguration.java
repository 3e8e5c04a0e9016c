package com.socialflow.platform.limits;

import com.socialflow.platform.web.ProblemWriter;
import com.socialflow.platform.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How often somebody may ask. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
public class LimitConfiguration {

    /** In front of everything else that looks at a request. */
    private static final int ORDER = 0;

    /** Where the authorization server answers. */
    private static final List<String> TOKEN_PATHS = List.of("/oauth2/*", "/userinfo", "/connect/*");

    @Bean
    static Limits limits(
            LimitSettings settings, StringRedisTemplate redis, Clock clock, ObjectProvider<MeterRegistry> meters) {
        return new Limits(settings, redis, clock, meters);
    }

    @Bean
    static Throttle throttle(StringRedisTemplate redis, Clock clock) {
        return new Throttle(redis, clock);
    }

    @Bean
    static WebMvcConfigurer limitInterceptor(Limits limits) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new LimitInterceptor(limits)).order(ORDER);
            }
        };
    }

    @Bean
    static FilterRegistrationBean<LimitedPaths> limitedPaths(Limits limits, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new LimitedPaths(limits, problems));
        filter.setUrlPatterns(TOKEN_PATHS);
        filter.setOrder(WebConfiguration.JSON_LIMIT_ORDER + 1);
        return filter;
    }
}
