package com.socialflow.user.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.auth.AuthSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** Signs access tokens (RFC 9068). They are short-lived: only their expiry and the end of their session end them. */
@Component
public class AccessTokenIssuer {

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private final SigningKeys keys;
    private final AuthSettings settings;
    private final Ids ids;
    private final Clock clock;

    AccessTokenIssuer(SigningKeys keys, AuthSettings settings, Ids ids, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** How long a token that is signed now is good. */
    public Duration lifetime() {
        return settings.tokenLifetime();
    }

    /**
     * A token of this person, this sign-in and these roles, for our own client.
     *
     * @param provenAt when the person last proved to be that person
     */
    public String issue(AccountId account, String session, Collection<String> roles, Instant provenAt) {
        return issue(account, session, roles, provenAt, List.of());
    }

    /**
     * The same with how the person proved it, in the words of RFC 8176.
     *
     * @param methods empty: it is not told
     */
    public String issue(
            AccountId account, String session, Collection<String> roles, Instant provenAt, Collection<String> methods) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(settings.issuer())
                .audience(AuthSettings.AUDIENCE)
                .subject(account.toString())
                .claim("sid", session)
                .claim("roles", List.copyOf(roles))
                .claim("auth_time", provenAt.getEpochSecond())
                .claim("amr", methods.isEmpty() ? null : List.copyOf(methods))
                .jwtID(Ids.format(ids.next()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.tokenLifetime())))
                .build();
        var key = keys.current();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(TYPE)
                    .keyID(key.id())
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new ECDSASigner(key.key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
