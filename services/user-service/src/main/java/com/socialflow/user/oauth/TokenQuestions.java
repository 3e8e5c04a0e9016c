package com.socialflow.user.oauth;

import com.socialflow.core.Ids;
import com.socialflow.platform.auth.AccessTokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationToken;
import org.springframework.stereotype.Component;

/** Says whether a token is good (RFC 7662) and takes it back (RFC 7009): for the program that it was given to alone. */
@Lazy
@Component
class TokenQuestions {

    /** Section 2.2, and RFC 9449, section 6.2; what our API alone reads is not told. */
    private static final List<String> TOLD =
            List.of("iss", "sub", "aud", "exp", "iat", "jti", "client_id", "auth_time", "cnf");

    private final AccessTokens tokens;
    private final Grants grants;

    TokenQuestions(AccessTokens tokens, Grants grants) {
        this.tokens = tokens;
        this.grants = grants;
    }

    /** What is known of a token; a token of another program looks like none. */
    Authentication introspect(OAuth2TokenIntrospectionAuthenticationToken question) {
        var client = client(question);
        if (ClientAuthenticationMethod.NONE.equals(client.getClientAuthenticationMethod())) {
            // Section 2.1: who can't prove to be somebody would try tokens here.
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        var id = id(client);
        var claims = GrantToken.parse(question.getToken())
                .map(token -> refresh(question.getToken(), id))
                .orElseGet(() -> ofProgram(question.getToken(), id).map(TokenQuestions::access));
        return claims.<Authentication>map(
                        known -> new OAuth2TokenIntrospectionAuthenticationToken(question.getToken(), client, known))
                .orElse(question);
    }

    /** Looks without taking back, also at tokens that were used before. */
    private Optional<OAuth2TokenIntrospection> refresh(String token, String client) {
        return grants.look(GrantToken.parse(token).orElseThrow())
                .filter(grant -> Ids.format(grant.client()).equals(client))
                .map(grant -> OAuth2TokenIntrospection.builder(true)
                        .clientId(client)
                        .scope(String.join(" ", grant.granted()))
                        .subject(
                                grant.person() == null
                                        ? client
                                        : grant.person().account().toString())
                        .expiresAt(grant.expiresAt())
                        .build());
    }

    private static OAuth2TokenIntrospection access(Map<String, Object> claims) {
        var scopes = String.valueOf(claims.get("scope")).split(" ");
        return OAuth2TokenIntrospection.builder(true)
                .tokenType(claims.containsKey("cnf") ? "DPoP" : "Bearer")
                .scopes(known -> known.addAll(List.of(scopes)))
                .claims(known -> TOLD.forEach(name -> {
                    if (claims.containsKey(name)) {
                        known.put(name, claims.get(name));
                    }
                }))
                .build();
    }

    /** Takes a token back, and all that came of the same authorization. A token that is none is no error. */
    Authentication revoke(OAuth2TokenRevocationAuthenticationToken question) {
        var client = id(client(question));
        var refresh = GrantToken.parse(question.getToken());
        if (refresh.isPresent()) {
            grants.revokeByRefresh(client, refresh.get());
        } else {
            ofProgram(question.getToken(), client)
                    .ifPresent(claims -> grants.revoke(String.valueOf(claims.get("grant")), "revoked-by-program"));
        }
        return question;
    }

    private Optional<Map<String, Object>> ofProgram(String token, String client) {
        return tokens.claims(token).filter(claims -> client.equals(claims.get("client_id")));
    }

    private static OAuth2ClientAuthenticationToken client(Authentication question) {
        if (question.getPrincipal() instanceof OAuth2ClientAuthenticationToken client) {
            return client;
        }
        throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    private static String id(OAuth2ClientAuthenticationToken client) {
        return String.valueOf(client.getPrincipal());
    }
}
