package com.socialflow.user.oauth;

import com.socialflow.core.Ids;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** What a program asked with: as Spring has it, and the part of it that we keep. */
final class AuthorizationRequests {

    static final String ENDPOINT = "/oauth2/authorize";

    /** RFC 9449, section 10. */
    static final String CODE_KEY = "dpop_jkt";

    /** The one way to make a challenge (RFC 7636, section 4.2): "plain" protects nothing. */
    static final String CHALLENGE_METHOD = "S256";

    private AuthorizationRequests() {}

    static Grant.Request read(OAuth2AuthorizationRequest request) {
        var more = request.getAdditionalParameters();
        return new Grant.Request(
                request.getRedirectUri(),
                request.getState(),
                text(more, PkceParameterNames.CODE_CHALLENGE),
                text(more, OidcParameterNames.NONCE),
                text(more, CODE_KEY));
    }

    private static @Nullable String text(Map<String, Object> parameters, String name) {
        return parameters.get(name) instanceof String text ? text : null;
    }

    static OAuth2AuthorizationRequest of(Grant grant) {
        var request = grant.request();
        var more = new HashMap<String, Object>();
        if (request.codeChallenge() != null) {
            more.put(PkceParameterNames.CODE_CHALLENGE, request.codeChallenge());
            more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, CHALLENGE_METHOD);
        }
        if (request.nonce() != null) {
            more.put(OidcParameterNames.NONCE, request.nonce());
        }
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(ENDPOINT)
                .clientId(Ids.format(grant.client()))
                .redirectUri(request.redirectUri())
                .state(request.state())
                .scopes(grant.requested())
                .additionalParameters(more)
                .build();
    }
}
