package com.socialflow.gateway;

import com.socialflow.gateway.filters.outbound.BrowserHeaders;
import com.socialflow.platform.auth.AuthSettings;
import com.socialflow.platform.web.WebConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gateway: in one process its filters stand in front of the same server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
public class GatewayModule {

    @Bean
    static FilterRegistrationBean<BrowserHeaders> browserHeaders(GatewaySettings settings, AuthSettings auth) {
        var headers = new BrowserHeaders(settings.mediaOrigins(), auth.secureCookies());
        var filter = new FilterRegistrationBean<>(headers);
        filter.setOrder(WebConfiguration.REQUEST_ID_ORDER + 1);
        return filter;
    }

    @Bean
    static WebClientFiles webClientFiles() {
        return new WebClientFiles();
    }
}
