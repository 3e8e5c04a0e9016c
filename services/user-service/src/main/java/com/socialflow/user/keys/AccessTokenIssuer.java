package com.socialflow.user.keys;

import com.nimbusds.jwt.JWTClaimsSet;
import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.auth.AuthSettings;
import com.socialflow.platform.auth.Issuer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes access tokens (RFC 9068). They are short-lived: only their expiry and the end of their session end them. */
@Component
public class AccessTokenIssuer {

    /** RFC 9068, section 2.1. */
    public static final String TYPE = "at+jwt";

    private final TokenSigner signer;
    private final AuthSettings settings;
    private final Issuer issuer;
    private final Ids ids;
    private final Clock clock;

    AccessTokenIssuer(TokenSigner signer, AuthSettings settings, Issuer issuer, Ids ids, Clock clock) {
        this.signer = signer;
        this.settings = settings;
        this.issuer = issuer;
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
        return signer.sign(
                TYPE,
                new JWTClaimsSet.Builder()
                        .issuer(issuer.name())
                        .audience(AuthSettings.AUDIENCE)
                        .subject(account.toString())
                        .claim("sid", session)
                        .claim("roles", List.copyOf(roles))
                        .claim("auth_time", provenAt.getEpochSecond())
                        .claim("amr", methods.isEmpty() ? null : List.copyOf(methods))
                        .jwtID(Ids.format(ids.next()))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(settings.tokenLifetime())))
                        .build());
    }
}
