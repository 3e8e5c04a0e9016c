package com.socialflow.user.sessions;

import com.socialflow.core.AccountId;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in.
 *
 * @param methods how its person proved to be that person
 * @param roles of the account, as they are now
 * @param browser whether its tokens travel in cookies
 * @param provenAt when its person last did
 * @param ended whether it ended, or its account may not be used
 */
record Session(
        long id,
        AccountId account,
        Set<String> methods,
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

    /**
     * A session that begins.
     *
     * @param network as far as it is kept
     * @param device the mark of the device ({@link DeviceMarks})
     */
    record Opening(
            AccountId account, Set<String> methods, boolean browser, Device name, String network, byte[] device) {}

    /** A session as its owner sees it. */
    record Listed(
            long id, Set<String> methods, Device device, String network, Instant createdAt, Instant refreshedAt) {}

    /** Whether it can still be gone on with. */
    boolean goes(Instant now) {
        return !ended && now.isBefore(expiresAt);
    }

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
