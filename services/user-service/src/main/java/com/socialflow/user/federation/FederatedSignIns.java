package com.socialflow.user.federation;

import com.socialflow.core.AccountId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.user.federation.FederationFailure.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Signing in with a provider: the code flow of OpenID Connect with PKCE. State, nonce and verifier are bound to the
 * browser by its cookie (RFC 9700, section 2.1.1); each provider has an address of its own for answers, and one that
 * names itself must be the one that was asked (RFC 9207).
 */
@Component
class FederatedSignIns {

    /** How long somebody may take at the provider. */
    static final Duration ATTEMPT_MAX = Duration.ofMinutes(10);

    /** How long somebody may take to fill in the form of an account. */
    static final Duration TICKET_MAX = Duration.ofMinutes(30);

    /** Who wants to be known by a provider too proved to be who he or she is within this time. */
    static final Duration PROOF_MAX = Duration.ofMinutes(10);

    /** 256 bits: nobody guesses them. */
    private static final int SECRET_BYTES = 32;

    private static final Logger log = LoggerFactory.getLogger(FederatedSignIns.class);

    private final Envelopes envelopes;
    private final CodeExchange codes;
    private final IdTokens tokens;
    private final Identities identities;
    private final IdentityNews news;
    private final Clock clock;

    FederatedSignIns(
            Envelopes envelopes,
            CodeExchange codes,
            IdTokens tokens,
            Identities identities,
            IdentityNews news,
            Clock clock) {
        this.envelopes = envelopes;
        this.codes = codes;
        this.tokens = tokens;
        this.identities = identities;
        this.news = news;
        this.clock = clock;
    }

    /**
     * A sign-in that begins.
     *
     * @param address where the browser goes
     * @param cookie what it keeps meanwhile
     */
    record Begun(URI address, String cookie) {}

    /** What a browser brings back; anything may be missing or false. */
    record Answer(
            @Nullable String code,
            @Nullable String state,
            @Nullable String issuer,
            @Nullable String error) {}

    /** What came of it. */
    sealed interface Return {
        record Known(AccountId account, String next) implements Return {}

        /** Somebody without an account here. */
        record Newcomer(String ticket, Subject subject, String next) implements Return {}

        record Linked(String next) implements Return {}

        record Failed(String code, String next) implements Return {}
    }

    /**
     * Sends a browser to the provider.
     *
     * @param linkFor who wants to be known by the provider; null: somebody wants to sign in
     * @throws FederationFailure when the provider can't be asked
     */
    Begun begin(OidcProvider provider, String next, String redirectUri, @Nullable Actor linkFor) {
        var metadata = provider.metadata();
        var attempt = new Attempt(
                provider.id(),
                envelopes.random(SECRET_BYTES),
                envelopes.random(SECRET_BYTES),
                envelopes.random(SECRET_BYTES),
                next,
                linkFor == null ? null : linkFor.session(),
                clock.instant().plus(ATTEMPT_MAX).getEpochSecond());
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", provider.settings().clientId());
        query.put("redirect_uri", redirectUri);
        query.put("scope", String.join(" ", provider.settings().scopes()));
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", Envelopes.text(sha256(attempt.verifier())));
        query.put("code_challenge_method", "S256");
        var base = metadata.authorization().toString();
        var address = base + (base.contains("?") ? "&" : "?") + CodeExchange.form(query);
        return new Begun(URI.create(address), envelopes.close(attempt));
    }

    /**
     * Takes what the browser brings back.
     *
     * @param cookie what it kept
     * @param actor who is signed in in it
     */
    Return complete(OidcProvider provider, Answer answer, String cookie, String redirectUri, Optional<Actor> actor) {
        var attempt = envelopes
                .open(cookie, Attempt.class)
                .filter(begun -> begun.provider().equals(provider.id()))
                .filter(begun -> clock.instant().getEpochSecond() < begun.expiresAt())
                .filter(begun -> answer.state() != null && same(begun.state(), answer.state()))
                .orElse(null);
        if (attempt == null || !identities.take(sha256(attempt.state()), ATTEMPT_MAX)) {
            news.refused(provider.id(), Reason.NOT_BEGUN_HERE.code());
            return new Return.Failed(Reason.NOT_BEGUN_HERE.code(), "/");
        }
        try {
            return complete(provider, attempt, subject(provider, attempt, answer, redirectUri), actor);
        } catch (FederationFailure failure) {
            log.warn("no sign-in with {}: {}", provider.id(), failure.getMessage());
            news.refused(provider.id(), failure.reason().code());
            return new Return.Failed(failure.reason().code(), attempt.next());
        }
    }

    private Subject subject(OidcProvider provider, Attempt attempt, Answer answer, String redirectUri) {
        var issuer = answer.issuer();
        if (issuer == null ? provider.metadata().saysIssuer() : !issuer.equals(provider.issuer())) {
            throw new FederationFailure(Reason.PROVIDER_NOT_BELIEVED, "answered by another issuer");
        }
        if (answer.error() != null) {
            throw new FederationFailure(Reason.PROVIDER_REFUSED, "it or the person refused");
        }
        if (answer.code() == null) {
            throw new FederationFailure(Reason.PROVIDER_NOT_BELIEVED, "neither code nor error");
        }
        var token = codes.idToken(provider, answer.code(), attempt.verifier(), redirectUri);
        return tokens.subject(provider, token, attempt.nonce());
    }

    private Return complete(OidcProvider provider, Attempt attempt, Subject subject, Optional<Actor> actor) {
        var session = attempt.session();
        if (session != null) {
            return member(
                    provider,
                    attempt,
                    subject,
                    actor.filter(one -> one.session().equals(session)));
        }
        var owner = identities.owner(subject);
        if (owner.isPresent()) {
            return known(owner.get(), attempt, subject);
        }
        var ticket = Ticket.of(
                provider.id(), subject, clock.instant().plus(TICKET_MAX).getEpochSecond());
        return new Return.Newcomer(envelopes.close(ticket), subject, attempt.next());
    }

    private Return known(AccountId owner, Attempt attempt, Subject subject) {
        identities.used(subject);
        return new Return.Known(owner, attempt.next());
    }

    /** Somebody who was signed in when it began, and may not be any more. */
    private Return member(OidcProvider provider, Attempt attempt, Subject subject, Optional<Actor> actor) {
        if (actor.isEmpty()) {
            return new Return.Failed("sign-in-again", attempt.next());
        }
        var account = actor.get().account();
        if (identities.owner(subject).filter(account::equals).isPresent()) {
            // Linked already: a proof anew, for whoever has no other.
            return known(account, attempt, subject);
        }
        if (clock.instant().isAfter(actor.get().provenAt().plus(PROOF_MAX))) {
            return new Return.Failed("reauthentication-required", attempt.next());
        }
        return switch (identities.link(account, provider.id(), subject)) {
            case LINKED -> new Return.Linked(attempt.next());
            case TAKEN -> new Return.Failed("identity-taken", attempt.next());
            case TOO_MANY -> new Return.Failed("too-many-identities", attempt.next());
            case GONE -> new Return.Failed("sign-in-again", attempt.next());
        };
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
