package com.socialflow.user.federation;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.socialflow.user.federation.FederationFailure.Reason;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One provider: what it says of itself and its keys, asked for when needed and kept for a while. */
class OidcProvider implements JWKSource<SecurityContext> {

    private static final Duration KEPT = Duration.ofHours(1);

    /** For a key that nobody knows, the keys are fetched anew, but not more often. */
    private static final Duration KEYS_PAUSE = Duration.ofMinutes(1);

    /** After a failure nobody waits for the next one until this time is over. */
    static final Duration QUIET = Duration.ofSeconds(5);

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private record Kept<T>(T value, Instant since) {}

    private final String id;
    private final FederationSettings.Provider settings;
    private final ProviderFetch fetch;
    private final Clock clock;
    private volatile @Nullable Kept<Metadata> metadata;
    private volatile @Nullable Kept<JWKSet> keys;
    private volatile Instant quietUntil = Instant.MIN;

    OidcProvider(String id, FederationSettings.Provider settings, ProviderFetch fetch, Clock clock) {
        this.id = id;
        this.settings = settings;
        this.fetch = fetch;
        this.clock = clock;
    }

    String id() {
        return id;
    }

    FederationSettings.Provider settings() {
        return settings;
    }

    String issuer() {
        return settings.issuer();
    }

    Metadata metadata() {
        var known = metadata;
        if (known == null || older(known, KEPT)) {
            var base = issuer().endsWith("/") ? issuer().substring(0, issuer().length() - 1) : issuer();
            known = new Kept<>(Metadata.of(issuer(), fetched(URI.create(base + DISCOVERY))), clock.instant());
            metadata = known;
        }
        return known.value();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        var known = keys;
        if (known == null || older(known, KEPT)) {
            return selector.select(fetched());
        }
        var selected = selector.select(known.value());
        return selected.isEmpty() && older(known, KEYS_PAUSE) ? selector.select(fetched()) : selected;
    }

    private JWKSet fetched() {
        try {
            var fetched = JWKSet.parse(fetched(metadata().keys()).toString());
            keys = new Kept<>(fetched, clock.instant());
            return fetched;
        } catch (ParseException e) {
            throw new FederationFailure(Reason.PROVIDER_UNAVAILABLE, id + " has no set of keys");
        }
    }

    private ObjectNode fetched(URI address) {
        if (clock.instant().isBefore(quietUntil)) {
            throw new FederationFailure(Reason.PROVIDER_UNAVAILABLE, id + " did not answer a moment ago");
        }
        try {
            return fetch.get(address);
        } catch (FederationFailure failure) {
            quietUntil = clock.instant().plus(QUIET);
            throw failure;
        }
    }

    private boolean older(Kept<?> kept, Duration than) {
        return !clock.instant().isBefore(kept.since().plus(than));
    }
}
