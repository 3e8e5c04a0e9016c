package com.socialflow.user.consents;

import com.socialflow.platform.web.WebConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the filter into its place. */
@Configuration(proxyBeanMethods = false)
class SignalConfiguration {

    /** Behind the filters that find out who it is, before the one that watches the request's own transactions. */
    private static final int ORDER = WebConfiguration.IDEMPOTENCY_ORDER - 10;

    @Bean
    static FilterRegistrationBean<SignalFilter> signalFilter(Consents consents) {
        var filter = new FilterRegistrationBean<>(new SignalFilter(consents));
        filter.setOrder(ORDER);
        return filter;
    }
}
