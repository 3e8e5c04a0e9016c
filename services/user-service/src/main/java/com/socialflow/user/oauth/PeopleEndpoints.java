package com.socialflow.user.oauth;

import jakarta.servlet.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceAuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceVerificationAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2DeviceVerificationEndpointFilter;
import org.springframework.stereotype.Component;

/** The endpoints that a person's browser comes to: a program's question, and the answers to it. */
@Lazy
@Component
class PeopleEndpoints {

    /** A page of the web client; it is told the program, the scopes and what the answer must bring along. */
    private static final String CONSENT_PAGE = "/oauth/consent";

    private final ServerParts parts;
    private final Clients clients;
    private final Consents consents;
    private final Answers answers;

    PeopleEndpoints(ServerParts parts, Clients clients, Consents consents, Answers answers) {
        this.parts = parts;
        this.clients = clients;
        this.consents = consents;
        this.answers = answers;
    }

    List<Filter> filters() {
        return List.of(device(), authorization());
    }

    private Filter authorization() {
        var questions = new OAuth2AuthorizationCodeRequestAuthenticationProvider(
                parts.clients(), parts.grants(), SpringConsents.remembering(consents, clients));
        questions.setAuthorizationCodeGenerator(_ -> parts.codes().code());
        questions.setAuthorizationConsentRequired(PeopleEndpoints::mustAsk);
        questions.setAuthenticationValidator(
                new OAuth2AuthorizationCodeRequestAuthenticationValidator().andThen(PeopleEndpoints::requireScopes));
        var yesOrNo = new OAuth2AuthorizationConsentAuthenticationProvider(
                parts.clients(), parts.grants(), SpringConsents.forgetful(consents, clients));
        yesOrNo.setAuthorizationCodeGenerator(_ -> parts.codes().code());
        var filter = new OAuth2AuthorizationEndpointFilter(parts.deciding(questions, yesOrNo));
        filter.setConsentPage(CONSENT_PAGE);
        filter.setAuthenticationSuccessHandler(answers::authorized);
        filter.setAuthenticationFailureHandler(answers::refused);
        return filter;
    }

    /** Unless the person allowed all of it before, and the program does not want it asked again. */
    private static boolean mustAsk(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        var request = context.getAuthorizationRequest();
        var given = context.getAuthorizationConsent();
        if (request == null || given == null) {
            return true;
        }
        @Nullable Object prompt = request.getAdditionalParameters().get("prompt");
        var again = prompt instanceof String text && List.of(text.split(" ")).contains("consent");
        return again || !given.getScopes().containsAll(request.getScopes());
    }

    private static void requireScopes(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        if (request.getScopes().isEmpty()) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, "what is the program to be allowed?", null),
                    request);
        }
    }

    /** Always asks: else a foreign page could let a stranger's device in by a program that was allowed before. */
    private Filter device() {
        var forgetful = SpringConsents.forgetful(consents, clients);
        var codes = new OAuth2DeviceVerificationAuthenticationProvider(parts.clients(), parts.grants(), forgetful);
        codes.setAuthorizationConsentRequired(_ -> true);
        var filter = new OAuth2DeviceVerificationEndpointFilter(
                parts.deciding(
                        codes,
                        new OAuth2DeviceAuthorizationConsentAuthenticationProvider(
                                parts.clients(), parts.grants(), forgetful)),
                People.DEVICE);
        filter.setConsentPage(CONSENT_PAGE);
        filter.setAuthenticationSuccessHandler(answers::deviceAllowed);
        filter.setAuthenticationFailureHandler(answers::deviceRefused);
        return filter;
    }
}
