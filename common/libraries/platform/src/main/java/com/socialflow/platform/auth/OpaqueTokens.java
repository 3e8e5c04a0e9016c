package com.socialflow.platform.auth;

import java.time.Instant;
import java.util.Optional;

/** Knows tokens that say nothing themselves: personal access tokens, which the identity service keeps hashes of. */
public interface OpaqueTokens {

    /**
     * What a token is good for.
     *
     * @param actor its person, with what the token may do as delegation
     */
    record Known(Actor actor, Instant expires) {}

    /** The token with this SHA-256; empty when there is none that is good. Whoever asks may remember it for 10 s. */
    Optional<Known> find(byte[] hash);
}
