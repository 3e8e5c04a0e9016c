package com.socialflow.user.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.socialflow.platform.auth.AuthSettings;
import com.socialflow.user.keys.AccessTokenIssuer;
import com.socialflow.user.keys.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Makes the tokens of programs: access tokens (RFC 9068), refresh tokens and ID tokens (OpenID Connect Core). */
@Lazy
@Component
class TokenMaker implements OAuth2TokenGenerator<OAuth2Token> {

    /** Of access and ID tokens. Where our own client's are configured to be shorter, these are too. */
    private static final Duration LIFETIME_MAX = Duration.ofMinutes(10);

    private final TokenSigner signer;
    private final TokenRules rules;
    private final OAuthSettings settings;
    private final Duration lifetime;
    private final SecureRandom random;
    private final Clock clock;

    TokenMaker(
            TokenSigner signer,
            TokenRules rules,
            OAuthSettings settings,
            AccessTokenIssuer own,
            SecureRandom secureRandom,
            Clock clock) {
        this.signer = signer;
        this.rules = rules;
        this.settings = settings;
        this.lifetime = own.lifetime().compareTo(LIFETIME_MAX) < 0 ? own.lifetime() : LIFETIME_MAX;
        this.random = secureRandom;
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2Token generate(OAuth2TokenContext context) {
        var type = context.getTokenType();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(type)) {
            return access(context);
        }
        if (OAuth2TokenType.REFRESH_TOKEN.equals(type)) {
            return refresh(context, grant(context));
        }
        return OidcParameterNames.ID_TOKEN.equals(type.getValue()) ? id(context, grant(context)) : null;
    }

    private static Grant grant(OAuth2TokenContext context) {
        var authorization = context.getAuthorization();
        @Nullable Grant grant = authorization == null ? null : authorization.getAttribute(SpringGrants.GRANT);
        if (grant == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        return grant;
    }

    private Jwt access(OAuth2TokenContext context) {
        var client = context.getRegisteredClient().getClientId();
        var scopes = context.getAuthorizedScopes();
        var claims = claims().audience(AuthSettings.AUDIENCE)
                .claim("client_id", client)
                .claim("scope", String.join(" ", scopes));
        var key = ServerContext.current().keyThumbprint();
        if (key != null) {
            claims.claim("cnf", Map.of("jkt", key));
        }
        if (context.getAuthorization() == null) {
            rules.requireKey(client, key);
            claims.subject(client).claim("grant", rules.newId());
        } else {
            var grant = grantWith(context, scopes);
            var person = rules.require(grant, client, key);
            claims.subject(person.account().toString())
                    .claim("grant", grant.text())
                    .claim("sid", grant.session())
                    .claim("roles", List.copyOf(Scopes.roles(person.roles(), scopes)))
                    .claim("auth_time", provenAt(grant).getEpochSecond());
        }
        return signed(AccessTokenIssuer.TYPE, claims.build());
    }

    private static Grant grantWith(OAuth2TokenContext context, Set<String> scopes) {
        if (scopes.isEmpty()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
        return grant(context);
    }

    private JWTClaimsSet.Builder claims() {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(ServerContext.current().issuer())
                .jwtID(rules.newId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
    }

    private OAuth2RefreshToken refresh(OAuth2TokenContext context, Grant grant) {
        var now = clock.instant();
        var authorization = context.getAuthorization();
        var before = authorization == null ? null : authorization.getRefreshToken();
        var token = before == null
                ? GrantToken.first(grant.id(), random)
                : GrantToken.parse(before.getToken().getTokenValue())
                        .orElseThrow()
                        .next(random);
        var idle = now.plus(settings.refreshIdle());
        var end = grant.createdAt().plus(settings.refreshMax());
        return new OAuth2RefreshToken(token.text(), now, idle.isBefore(end) ? idle : end);
    }

    private Jwt id(OAuth2TokenContext context, Grant grant) {
        var client = context.getRegisteredClient().getClientId();
        var giver = grant.person();
        if (giver == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
        var authorization = context.getAuthorization();
        var access = authorization == null ? null : authorization.getAccessToken();
        var claims = claims().audience(client)
                .subject(giver.account().toString())
                .claim("azp", client)
                .claim("sid", grant.session())
                .claim("auth_time", provenAt(grant).getEpochSecond());
        if (access != null) {
            claims.claim("at_hash", half(access.getToken().getTokenValue()));
        }
        // Of the first one alone: a refreshed one answers no request that had a nonce (section 12.2).
        if (grant.refresh() == null && grant.request().nonce() != null) {
            claims.claim("nonce", grant.request().nonce());
        }
        return signed("JWT", claims.build());
    }

    /** Section 3.1.3.6: the left half of the hash that the signature's algorithm has. */
    private static String half(String token) {
        var hash = Hashes.sha256(token.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }

    private static Instant provenAt(Grant grant) {
        return grant.person() == null ? Instant.EPOCH : grant.person().provenAt();
    }

    private Jwt signed(String type, JWTClaimsSet claims) {
        return new Jwt(
                signer.sign(type, claims),
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant(),
                Map.of("alg", "ES256", "typ", type),
                claims.getClaims());
    }
}
