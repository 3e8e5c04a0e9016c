package com.socialflow.platform.auth;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.socialflow.core.Problem;
import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.calls.Calls;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Who calls, worked out before a controller runs. The chains are put together by hand: sessions, request caches, login
 * pages and an authorization by address have no place here, and each would cost every request something.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuthSettings.class)
@Import(NotKept.class)
public class AuthConfiguration {

    /** OpenID Connect Core, section 5.3: the one part of an API of ours that lies elsewhere. */
    private static final String USER_INFO = "/userinfo";

    @Bean
    Cookies cookies(AuthSettings settings) {
        return new Cookies(settings);
    }

    @Bean
    SessionCookies sessionCookies(Cookies cookies) {
        return new SessionCookies(cookies);
    }

    @Bean
    RevokedSessions revokedSessions(AuthSettings settings, Clock clock) {
        return new RevokedSessions(settings, clock);
    }

    @Bean
    RevocationExchange revocationExchange(RevokedSessions revoked, StringRedisTemplate redis, Recurring recurring) {
        var exchange = new RevocationExchange(revoked, redis);
        recurring.every(RevocationExchange.PERIOD, "revoked-sessions", exchange::run);
        return exchange;
    }

    @Bean
    Issuer issuer(AuthSettings settings, PlatformSettings platform) {
        return new Issuer(settings, platform);
    }

    @Bean
    AccessTokens accessTokens(
            ObjectProvider<JWKSource<SecurityContext>> keysHere,
            AuthSettings settings,
            Issuer issuer,
            RevokedSessions revoked,
            Clock clock) {
        var keys = keysHere.getIfAvailable(() -> keysElsewhere(settings));
        return new AccessTokens(keys, issuer, revoked, clock);
    }

    @Bean
    Proofs proofs(Issuer issuer, StringRedisTemplate redis, Clock clock) {
        return new Proofs(issuer, redis, clock);
    }

    /** The identity service is asked in this process when it runs here, else by a call. */
    @Bean
    OpaqueTokenChecks opaqueTokenChecks(ObjectProvider<OpaqueTokens> here, ObjectProvider<Calls> calls, Clock clock) {
        var tokens = SingletonSupplier.<OpaqueTokens>of(
                () -> here.getIfAvailable(() -> new OpaqueTokensElsewhere(calls.getObject())));
        return new OpaqueTokenChecks(tokens::obtain, clock);
    }

    /** Kept for five minutes, fetched again for an unknown key, and used while the other process is away. */
    private static JWKSource<SecurityContext> keysElsewhere(AuthSettings settings) {
        if (settings.jwksUrl().isEmpty()) {
            return (selector, context) -> {
                throw new RemoteKeySourceException("socialflow.auth.jwks-url is not set", null);
            };
        }
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            URI.create(settings.jwksUrl()).toURL())
                    .retrying(true)
                    .outageTolerantForever()
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("socialflow.auth.jwks-url is no address", e);
        }
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            AccessTokens tokens,
            OpaqueTokenChecks opaque,
            Proofs proofs,
            SessionCookies cookies,
            List<BeaconPaths> beacons,
            ProblemWriter problems) {
        var credentials = new Credentials(tokens, opaque, proofs, cookies, beacons);
        RequestMatcher userInfo = request -> request.getServletPath().equals(USER_INFO);
        return new DefaultSecurityFilterChain(
                new OrRequestMatcher(under("/api/"), userInfo), new AccessTokenFilter(credentials, problems));
    }

    @Bean
    @Order(2)
    SecurityFilterChain actuatorSecurity(AuthSettings settings, ProblemWriter problems) {
        return new DefaultSecurityFilterChain(under("/actuator"), new ActuatorFilter(settings, problems));
    }

    /** Takes the place of the one that Spring Security would build. */
    @Bean("springSecurityFilterChain")
    FilterChainProxy springSecurityFilterChain(List<SecurityFilterChain> chains, ProblemWriter problems) {
        var proxy = new FilterChainProxy(chains);
        proxy.setRequestRejectedHandler((request, response, rejected) -> problems.write(
                Problem.badRequest("malformed", "the address or a header is malformed"), request, response));
        return proxy;
    }

    private static RequestMatcher under(String prefix) {
        return (HttpServletRequest request) -> request.getServletPath().startsWith(prefix);
    }

    @Bean
    WebMvcConfigurer actorArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArguments());
            }
        };
    }
}
