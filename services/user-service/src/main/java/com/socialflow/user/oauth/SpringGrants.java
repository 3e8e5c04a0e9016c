package com.socialflow.user.oauth;

import com.socialflow.core.Ids;
import com.socialflow.user.oauth.Grant.Giver;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Grants as Spring's authorization server sees them. Only the secret that was shown is readable in what it gets: of the
 * others there are hashes, and what it does not change stays as it is.
 */
@Lazy
@Component
class SpringGrants implements OAuth2AuthorizationService {

    /** Where an authorization holds the grant that it was made of. */
    static final String GRANT = Grant.class.getName();

    /** How long a person may take to answer. */
    private static final Duration QUESTION_MAX = Duration.ofMinutes(10);

    /** A secret that there is, and nobody knows. */
    private static final String UNKNOWN = "-";

    private final Grants grants;
    private final RegisteredClientRepository clients;
    private final Ids ids;
    private final Clock clock;

    SpringGrants(Grants grants, RegisteredClientRepository clients, Ids ids, Clock clock) {
        this.grants = grants;
        this.clients = clients;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        throw new UnsupportedOperationException("grants are found by a secret");
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        grants.remove(Ids.parse(authorization.getId()));
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String secret, @Nullable OAuth2TokenType type) {
        var kind = type == null ? "" : type.getValue();
        var grant = switch (kind) {
            case OAuth2ParameterNames.STATE -> grants.byQuestion(secret);
            case OAuth2ParameterNames.CODE -> grants.byCode(secret);
            case OAuth2ParameterNames.REFRESH_TOKEN -> grants.byRefresh(secret);
            case OAuth2ParameterNames.DEVICE_CODE -> grants.byDeviceCode(secret);
            case OAuth2ParameterNames.USER_CODE -> grants.byUserCode(Codes.plain(secret));
            default -> Optional.<Grant>empty();
        };
        return grant.map(known -> authorization(known, kind, secret)).orElse(null);
    }

    private @Nullable OAuth2Authorization authorization(Grant grant, String kind, String secret) {
        var client = clients.findById(Ids.format(grant.client()));
        if (client == null) {
            return null;
        }
        var person = grant.person();
        var builder = OAuth2Authorization.withRegisteredClient(client)
                .id(grant.text())
                .principalName(
                        person == null ? client.getClientId() : person.account().toString())
                .authorizationGrantType(grant.flow().type())
                .authorizedScopes(grant.granted())
                .attribute(GRANT, grant);
        if (person != null) {
            builder.attribute(Principal.class.getName(), new SignedIn(person));
        }
        if (grant.flow() == Flow.AUTHORIZATION_CODE) {
            builder.attribute(OAuth2AuthorizationRequest.class.getName(), AuthorizationRequests.of(grant));
        }
        if (kind.equals(OAuth2ParameterNames.STATE)) {
            builder.attribute(OAuth2ParameterNames.STATE, secret);
        }
        var since = grant.createdAt();
        var until = grant.expiresAt();
        if (grant.code() != null && kind.equals(OAuth2ParameterNames.CODE)) {
            builder.token(new OAuth2AuthorizationCode(secret, since, until));
        }
        if (grant.refresh() != null && kind.equals(OAuth2ParameterNames.REFRESH_TOKEN)) {
            builder.refreshToken(new OAuth2RefreshToken(secret, since, until));
        }
        var device = grant.device();
        if (device != null) {
            var shown = kind.equals(OAuth2ParameterNames.DEVICE_CODE);
            var typed = kind.equals(OAuth2ParameterNames.USER_CODE);
            builder.attribute(OAuth2ParameterNames.SCOPE, grant.requested());
            add(builder, new OAuth2DeviceCode(shown ? secret : UNKNOWN, since, until), device.used());
            add(builder, new OAuth2UserCode(typed ? secret : UNKNOWN, since, until), device.decided());
        }
        return builder.build();
    }

    private static void add(OAuth2Authorization.Builder builder, OAuth2Token token, boolean used) {
        builder.token(token, metadata -> metadata.put(Token.INVALIDATED_METADATA_NAME, used));
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        @Nullable Grant before = authorization.getAttribute(GRANT);
        if (before == null) {
            grants.add(after(fresh(authorization), authorization));
        } else {
            grants.keep(after(before, authorization));
        }
    }

    private Grant fresh(OAuth2Authorization authorization) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        @Nullable
        OAuth2AuthorizationRequest request = authorization.getAttribute(OAuth2AuthorizationRequest.class.getName());
        @Nullable Set<String> asked = authorization.getAttribute(OAuth2ParameterNames.SCOPE);
        var access = authorization.getAccessToken();
        var claims = access == null ? null : access.getClaims();
        return new Grant(
                // Of a program's own tokens, the one that they name.
                claims == null ? ids.next() : Ids.parse(String.valueOf(claims.get("grant"))),
                Ids.parse(authorization.getRegisteredClientId()),
                Flow.of(authorization.getAuthorizationGrantType()),
                null,
                request != null ? request.getScopes() : asked != null ? asked : authorization.getAuthorizedScopes(),
                Set.of(),
                request == null ? Grant.Request.NONE : AuthorizationRequests.read(request),
                null,
                null,
                device(authorization),
                null,
                null,
                now,
                now.plus(QUESTION_MAX),
                false);
    }

    private static Grant.@Nullable Device device(OAuth2Authorization authorization) {
        var device = authorization.getToken(OAuth2DeviceCode.class);
        var user = authorization.getToken(OAuth2UserCode.class);
        return device == null || user == null
                ? null
                : new Grant.Device(
                        Hashes.sha256(device.getToken().getTokenValue()),
                        Hashes.sha256(Codes.plain(user.getToken().getTokenValue())),
                        false,
                        false,
                        null);
    }

    private Grant after(Grant before, OAuth2Authorization now) {
        @Nullable String state = now.getAttribute(OAuth2ParameterNames.STATE);
        var refresh = now.getRefreshToken();
        var token = refresh == null
                ? null
                : GrantToken.parse(refresh.getToken().getTokenValue()).orElseThrow();
        return new Grant(
                before.id(),
                before.client(),
                before.flow(),
                person(before, now),
                before.requested(),
                now.getAuthorizedScopes(),
                before.request(),
                state == null ? null : Hashes.sha256(state),
                code(before, now),
                before.device() == null ? null : device(before.device(), now),
                token == null ? before.refresh() : Grant.Refresh.of(token),
                before.refresh() == null && token != null ? key(now) : before.refreshKey(),
                before.createdAt(),
                expiry(before, now),
                before.revoked());
    }

    private static @Nullable Giver person(Grant before, OAuth2Authorization now) {
        return now.getAttribute(Principal.class.getName()) instanceof SignedIn person
                ? person.giver()
                : before.person();
    }

    private static Grant.@Nullable Code code(Grant before, OAuth2Authorization now) {
        var code = now.getToken(OAuth2AuthorizationCode.class);
        return code == null
                ? before.code()
                : new Grant.Code(Hashes.sha256(code.getToken().getTokenValue()), code.isInvalidated());
    }

    private static Grant.Device device(Grant.Device before, OAuth2Authorization now) {
        var device = now.getToken(OAuth2DeviceCode.class);
        var user = now.getToken(OAuth2UserCode.class);
        return new Grant.Device(
                before.deviceHash(),
                before.userHash(),
                user == null ? before.decided() : user.isInvalidated(),
                device == null ? before.used() : device.isInvalidated(),
                before.polledAt());
    }

    /** The key that the first access token is bound to: who can keep no secret must show it at each refresh. */
    private @Nullable String key(OAuth2Authorization now) {
        var client = clients.findById(now.getRegisteredClientId());
        return client == null || client.getClientSecret() != null
                ? null
                : ServerContext.current().keyThumbprint();
    }

    private static Instant expiry(Grant before, OAuth2Authorization now) {
        var refresh = now.getRefreshToken();
        var code = now.getToken(OAuth2AuthorizationCode.class);
        var device = now.getToken(OAuth2DeviceCode.class);
        var access = now.getAccessToken();
        Token<? extends OAuth2Token> next = refresh != null
                ? refresh
                : access != null ? access : code != null ? code : before.refresh() == null ? device : null;
        var expires = next == null ? null : next.getToken().getExpiresAt();
        return expires == null ? before.expiresAt() : expires;
    }
}
