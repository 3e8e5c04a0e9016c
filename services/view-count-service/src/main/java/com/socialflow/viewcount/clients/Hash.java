package com.socialflow.viewcount.clients;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** 64 bits of SHA-256 of a salt and something of known length or kind. */
final class Hash {

    private Hash() {}

    /** Never 0, which stands for nothing. */
    static long of(byte[] salt, byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            for (var part : parts) {
                digest.update(part);
            }
            var hash = ByteBuffer.wrap(digest.digest()).getLong();
            return hash == 0 ? 1 : hash;
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
