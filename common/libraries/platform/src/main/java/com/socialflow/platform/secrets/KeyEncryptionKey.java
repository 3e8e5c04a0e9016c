package com.socialflow.platform.secrets;

import java.util.Optional;

/**
 * A key that closes other keys and nothing else. What is wrapped with one context unwraps with the same alone.
 *
 * <p>Where it lies elsewhere and is away, every method throws a {@link com.socialflow.core.Problem} 503.
 */
interface KeyEncryptionKey {

    /** Names it in what it wrapped; at most 255 ASCII characters, and never those of another key. */
    String id();

    /** A new key of 32 bytes. */
    Generated generate(String context);

    byte[] wrap(byte[] key, String context);

    /** What was wrapped; empty when this key did not wrap it with this context. */
    Optional<byte[]> unwrap(byte[] wrapped, String context);

    /** A new key, open and wrapped. */
    record Generated(byte[] key, byte[] wrapped) {}
}
