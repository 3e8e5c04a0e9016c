package com.socialflow.user.oauth;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.PublicClientAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2DeviceAuthorizationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenIntrospectionEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenRevocationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2DeviceCodeAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2RefreshTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.PublicClientAuthenticationConverter;
import org.springframework.security.web.authentication.DelegatingAuthenticationConverter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** The endpoints that programs themselves call, and how they say who they are. */
@Lazy
@Component
class ClientEndpoints {

    /** Those whose caller must be a program that we know. */
    private static final Set<String> PATHS =
            Set.of(Entrance.TOKEN, "/oauth2/device_authorization", "/oauth2/revoke", "/oauth2/introspect");

    private final ServerParts parts;
    private final TokenMaker tokens;
    private final TokenQuestions questions;
    private final Answers answers;

    ClientEndpoints(ServerParts parts, TokenMaker tokens, TokenQuestions questions, Answers answers) {
        this.parts = parts;
        this.tokens = tokens;
        this.questions = questions;
        this.answers = answers;
    }

    List<Filter> filters() {
        return List.of(authentication(), this::programsAlone, device(), token(), introspection(), revocation());
    }

    private Filter authentication() {
        var named = new PublicClients(parts.clients());
        var secrets = new ClientSecretAuthenticationProvider(parts.clients(), parts.grants());
        secrets.setPasswordEncoder(SpringClients.SECRETS);
        RequestMatcher ours = request -> PATHS.contains(request.getServletPath());
        var filter = new OAuth2ClientAuthenticationFilter(
                new ProviderManager(List.of(
                        named, secrets, new PublicClientAuthenticationProvider(parts.clients(), parts.grants()))),
                ours);
        filter.setAuthenticationConverter(new DelegatingAuthenticationConverter(List.of(
                new ClientSecretBasicAuthenticationConverter(),
                new ClientSecretPostAuthenticationConverter(),
                new PublicClientAuthenticationConverter(),
                named)));
        filter.setAuthenticationFailureHandler(this::unproven);
        return filter;
    }

    private void unproven(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var error = ((OAuth2AuthenticationException) failure).getError().getErrorCode();
        var unknown = error.equals(OAuth2ErrorCodes.INVALID_CLIENT);
        answers.error(response, unknown ? 401 : 400, error, "this is not proven to be a program that we know");
    }

    /** What follows takes for granted that somebody said who it is. */
    private void programsAlone(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var ours = request instanceof HttpServletRequest asked && PATHS.contains(asked.getServletPath());
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (ours && !(caller instanceof OAuth2ClientAuthenticationToken known && known.isAuthenticated())) {
            answers.error(
                    (HttpServletResponse) response,
                    401,
                    OAuth2ErrorCodes.INVALID_CLIENT,
                    "the program does not say which it is");
            return;
        }
        chain.doFilter(request, response);
    }

    private Filter token() {
        var grants = parts.grants();
        var programs = new OAuth2ClientCredentialsAuthenticationProvider(grants, tokens);
        programs.setAuthenticationValidator(ClientEndpoints::requireScopesOfPrograms);
        var filter = new OAuth2TokenEndpointFilter(parts.deciding(
                new OAuth2AuthorizationCodeAuthenticationProvider(grants, tokens),
                new OAuth2RefreshTokenAuthenticationProvider(grants, tokens),
                programs,
                new OAuth2DeviceCodeAuthenticationProvider(grants, tokens)));
        filter.setAuthenticationConverter(new DelegatingAuthenticationConverter(List.of(
                new OAuth2AuthorizationCodeAuthenticationConverter(),
                new OAuth2RefreshTokenAuthenticationConverter(),
                new OAuth2ClientCredentialsAuthenticationConverter(),
                new OAuth2DeviceCodeAuthenticationConverter())));
        return filter;
    }

    private static void requireScopesOfPrograms(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
        if (request.getScopes().isEmpty() || !Scopes.ofPrograms().containsAll(request.getScopes())) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, "scopes that a program can have for itself", null));
        }
    }

    private Filter device() {
        var provider = new OAuth2DeviceAuthorizationRequestAuthenticationProvider(parts.grants());
        provider.setDeviceCodeGenerator(_ -> parts.codes().deviceCode());
        provider.setUserCodeGenerator(_ -> parts.codes().userCode());
        var filter = new OAuth2DeviceAuthorizationEndpointFilter(parts.deciding(provider));
        filter.setAuthenticationSuccessHandler(answers::device);
        return filter;
    }

    private Filter introspection() {
        var filter = new OAuth2TokenIntrospectionEndpointFilter(
                parts.deciding(asking(OAuth2TokenIntrospectionAuthenticationToken.class, questions::introspect)));
        filter.setAuthenticationFailureHandler(this::unproven);
        return filter;
    }

    private Filter revocation() {
        return new OAuth2TokenRevocationEndpointFilter(
                parts.deciding(asking(OAuth2TokenRevocationAuthenticationToken.class, questions::revoke)));
    }

    private static <T extends Authentication> AuthenticationProvider asking(
            Class<T> type, Function<T, Authentication> answer) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication question) {
                return answer.apply(type.cast(question));
            }

            @Override
            public boolean supports(Class<?> asked) {
                return type.isAssignableFrom(asked);
            }
        };
    }
}
