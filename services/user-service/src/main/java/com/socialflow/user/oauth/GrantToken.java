package com.socialflow.user.oauth;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A refresh token of a program: the grant's id, a part that stays for all tokens of the grant, and a part that is used
 * once. With the right staying part and another changing part it is one that was used before: somebody kept a copy.
 */
final class GrantToken {

    private static final String PREFIX = "sfr_";
    private static final int FAMILY_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int BYTES = Long.BYTES + FAMILY_BYTES + SECRET_BYTES;
    private static final int CHARACTERS = PREFIX.length() + (BYTES * 4 + 2) / 3;

    private final long grant;
    private final byte[] family;
    private final byte[] secret;

    private GrantToken(long grant, byte[] family, byte[] secret) {
        this.grant = grant;
        this.family = family;
        this.secret = secret;
    }

    static GrantToken first(long grant, SecureRandom random) {
        return new GrantToken(grant, bytes(FAMILY_BYTES, random), bytes(SECRET_BYTES, random));
    }

    GrantToken next(SecureRandom random) {
        return new GrantToken(grant, family, bytes(SECRET_BYTES, random));
    }

    /** What {@link #text} gave; empty when it is something else. */
    static Optional<GrantToken> parse(String text) {
        if (text.length() != CHARACTERS || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
            var grant = bytes.getLong();
            var family = new byte[FAMILY_BYTES];
            var secret = new byte[SECRET_BYTES];
            bytes.get(family).get(secret);
            return Optional.of(new GrantToken(grant, family, secret));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    long grant() {
        return grant;
    }

    byte[] familyHash() {
        return Hashes.sha256(family);
    }

    byte[] secretHash() {
        return Hashes.sha256(secret);
    }

    private static byte[] bytes(int count, SecureRandom random) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The token itself: for the program alone, never for a log. */
    String text() {
        var bytes = ByteBuffer.allocate(BYTES).putLong(grant).put(family).put(secret);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    @Override
    public String toString() {
        return "GrantToken[grant=%d]".formatted(grant);
    }
}
