package com.socialflow.user.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.socialflow.core.Ids;
import com.socialflow.user.UserSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The keys of access tokens, of all instances of this service. The first start makes one; when one has signed for long
 * enough the next is made, and the old one verifies until its last token has expired.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    /** More than an access token can live ({@code AuthSettings} allows an hour). */
    private static final Duration OVERLAP = Duration.ofHours(2);

    /** A token of an unknown key makes us look for it in the database, at most so often. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final SigningKeyStore store;
    private final Ids ids;
    private final Clock clock;
    private final Duration lifetime;
    private volatile List<SigningKey> known = List.of();
    private @Nullable Instant looked;

    SigningKeys(SigningKeyStore store, UserSettings settings, Ids ids, Clock clock) {
        this.store = store;
        this.lifetime = settings.signingKeyLifetime();
        this.ids = ids;
        this.clock = clock;
    }

    /** The key that signs now. */
    SigningKey current() {
        var now = clock.instant();
        for (var key : known) {
            if (key.signsAt(now)) {
                return key;
            }
        }
        return next(now);
    }

    private synchronized SigningKey next(Instant now) {
        known = store.verifying(now);
        for (var key : known) {
            if (key.signsAt(now)) {
                return key;
            }
        }
        // Two instances may both come here: then there are two keys, and both are good.
        store.insert(generate(now));
        known = store.verifying(now);
        return known.getFirst();
    }

    private SigningKey generate(Instant now) {
        try {
            var created = now.truncatedTo(ChronoUnit.MICROS);
            var key = new ECKeyGenerator(Curve.P_256)
                    .keyID(Ids.format(ids.next()))
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            var signsUntil = created.plus(lifetime);
            return new SigningKey(key, created, signsUntil, signsUntil.plus(OVERLAP));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What everybody may know. */
    JWKSet published() {
        current();
        var now = clock.instant();
        return new JWKSet(known.stream()
                .filter(key -> now.isBefore(key.verifiesUntil()))
                .<JWK>map(key -> key.key().toPublicJWK())
                .toList());
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            var found = selector.select(published());
            if (found.isEmpty() && lookAgain()) {
                found = selector.select(published());
            }
            return found;
        } catch (DataAccessException e) {
            // Anything else would make the token a bad one, and its owner sign in again.
            throw new KeySourceException("the database does not answer", e);
        }
    }

    private synchronized boolean lookAgain() {
        var now = clock.instant();
        if (looked != null && now.isBefore(looked.plus(LOOK_AGAIN))) {
            return false;
        }
        looked = now;
        known = store.verifying(now);
        return true;
    }
}
