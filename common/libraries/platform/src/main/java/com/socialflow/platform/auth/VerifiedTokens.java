package com.socialflow.platform.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers tokens whose signature was good, so that a page of requests costs one check of it. Keyed by the token's
 * SHA-256: a dump of the heap holds no token that could be used.
 *
 * <p>Two generations: when the young one is full the old one is forgotten, which keeps what is in use without a lock.
 */
final class VerifiedTokens {

    /** About 3 MB when both generations are full. */
    private static final int GENERATION_MAX = 5_000;

    private volatile Map<ByteBuffer, VerifiedToken> young = new ConcurrentHashMap<>();
    private volatile Map<ByteBuffer, VerifiedToken> old = Map.of();

    @Nullable
    VerifiedToken find(ByteBuffer key) {
        var found = young.get(key);
        if (found == null) {
            found = old.get(key);
            if (found != null) {
                add(key, found);
            }
        }
        return found;
    }

    void add(ByteBuffer key, VerifiedToken token) {
        if (young.size() >= GENERATION_MAX) {
            turn();
        }
        young.put(key, token);
    }

    private synchronized void turn() {
        if (young.size() >= GENERATION_MAX) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }

    static ByteBuffer key(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
