package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in.
 *
 * @param browser whether its tokens travel in cookies
 * @param roles of the account, as they are now
 * @param provenAt when its person last proved to be that person
 */
record Session(
        long id,
        AccountId account,
        Set<String> roles,
        boolean browser,
        Secrets secrets,
        Instant provenAt,
        Instant createdAt,
        Instant refreshedAt,
        Instant expiresAt,
        boolean ended) {

    /** What the database knows of a session's tokens. */
    record Secrets(byte[] family, byte[] current, byte @Nullable [] previous, byte @Nullable [] successor) {}

    boolean issued(RefreshToken token) {
        return MessageDigest.isEqual(secrets.family(), token.familyHash());
    }

    boolean isCurrent(RefreshToken token) {
        return MessageDigest.isEqual(secrets.current(), token.secretHash());
    }

    boolean isPrevious(RefreshToken token) {
        return secrets.previous() != null && MessageDigest.isEqual(secrets.previous(), token.secretHash());
    }
}
