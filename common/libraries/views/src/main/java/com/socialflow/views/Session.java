package com.socialflow.views;

import static com.socialflow.core.Require.require;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A player's session, as 128 bits of a hash of what the player calls it. */
public record Session(long high, long low) {

    /** Bytes of a session in the log. */
    public static final int BYTES = 16;

    /** The session that a player calls by this name. */
    public static Session of(String name) {
        try {
            return ofBytes(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Of the first {@link #BYTES} bytes. */
    public static Session ofBytes(byte[] bytes) {
        require(bytes.length >= BYTES, "a session has %d bytes", BYTES);
        return new Session(Longs.read(bytes, 0), Longs.read(bytes, Long.BYTES));
    }

    /** {@link #BYTES} bytes. */
    public byte[] toBytes() {
        var bytes = new byte[BYTES];
        Longs.write(bytes, 0, high);
        Longs.write(bytes, Long.BYTES, low);
        return bytes;
    }
}
