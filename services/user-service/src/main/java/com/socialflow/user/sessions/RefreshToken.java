package com.socialflow.user.sessions;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What keeps a sign-in going: the session's id, a part that stays for all its tokens, and a part that is used once. A
 * token with the right staying part and an old changing part was good once: somebody kept a copy.
 */
final class RefreshToken {

    private static final int FAMILY_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int BYTES = Long.BYTES + FAMILY_BYTES + SECRET_BYTES;
    private static final int CHARACTERS = (BYTES * 4 + 2) / 3;
    private static final byte[] SUCCESSOR = "successor".getBytes(StandardCharsets.US_ASCII);

    private final long session;
    private final byte[] family;
    private final byte[] secret;

    private RefreshToken(long session, byte[] family, byte[] secret) {
        this.session = session;
        this.family = family;
        this.secret = secret;
    }

    /** The first token of a session. */
    static RefreshToken first(long session, SecureRandom random) {
        return new RefreshToken(session, bytes(FAMILY_BYTES, random), bytes(SECRET_BYTES, random));
    }

    /** The token after this one. */
    RefreshToken next(SecureRandom random) {
        return new RefreshToken(session, family, bytes(SECRET_BYTES, random));
    }

    /** What {@link #text} gave; empty when it is something else. */
    static Optional<RefreshToken> parse(String text) {
        if (text.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var session = bytes.getLong();
            var family = new byte[FAMILY_BYTES];
            var secret = new byte[SECRET_BYTES];
            bytes.get(family).get(secret);
            return Optional.of(new RefreshToken(session, family, secret));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    long session() {
        return session;
    }

    byte[] familyHash() {
        return sha256(family);
    }

    byte[] secretHash() {
        return sha256(secret);
    }

    /** This token's changing part, for keeping: of use only to who has the token before it. */
    byte[] sealedUnder(RefreshToken before) {
        return xor(secret, before.pad());
    }

    /** The token that was sealed under this one. */
    RefreshToken unseal(byte[] successor) {
        return new RefreshToken(session, family, xor(successor, pad()));
    }

    /** As random as the secret itself, and used for one successor alone. */
    private byte[] pad() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(SUCCESSOR);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] xor(byte[] one, byte[] other) {
        var result = one.clone();
        for (var i = 0; i < result.length; i++) {
            result[i] ^= other[i];
        }
        return result;
    }

    private static byte[] bytes(int count, SecureRandom random) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token itself: for the client alone, never for a log. */
    String text() {
        var bytes = ByteBuffer.allocate(BYTES).putLong(session).put(family).put(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    @Override
    public String toString() {
        return "RefreshToken[session=%d]".formatted(session);
    }
}
