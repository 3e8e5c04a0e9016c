package com.socialflow.user.oauth;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.SecurityFilterChain;

/** The authorization server's place among the filters. It is put together when somebody first needs it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuthSettings.class)
class OAuthConfiguration {

    private static final String PATH = "/oauth2/";

    @Bean
    @Order(3)
    static SecurityFilterChain authorizationServerChain(ObjectProvider<AuthorizationServer> server) {
        return new SecurityFilterChain() {

            private volatile List<Filter> filters = List.of();

            @Override
            public boolean matches(HttpServletRequest request) {
                return request.getServletPath().startsWith(PATH);
            }

            @Override
            public List<Filter> getFilters() {
                if (filters.isEmpty()) {
                    // Twice at the same time makes no harm.
                    filters = server.getObject().filters();
                }
                return filters;
            }
        };
    }
}
