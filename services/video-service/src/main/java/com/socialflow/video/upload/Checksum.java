package com.socialflow.video.upload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What a chunk's bytes must add up to (tus: checksum extension). */
final class Checksum {

    /** As {@code Tus-Checksum-Algorithm} names them. */
    static final String ALGORITHMS = "sha1,sha256,md5";

    private static final Map<String, String> DIGESTS = Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5");

    private final MessageDigest digest;
    private final byte[] expected;

    private Checksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /** The header {@code Upload-Checksum: sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=}; empty when it is none that is known. */
    static Optional<Checksum> parse(String header) {
        var parts = header.strip().split(" +", -1);
        var name = DIGESTS.get(parts[0]);
        if (parts.length != 2 || name == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checksum(
                    MessageDigest.getInstance(name), Base64.getDecoder().decode(parts[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }

    /** To be fed the chunk. */
    MessageDigest digest() {
        return digest;
    }

    /** Whether what the digest was fed is what was expected; asked once. */
    boolean matches() {
        return MessageDigest.isEqual(digest.digest(), expected);
    }
}
