package com.socialflow.platform.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Closes what belongs to the installation: AES-256-GCM under a data key that lies beside it, wrapped.
 *
 * <p>Layout: a version, the name of the wrapping key with its length (1 byte), the wrapped key with its length (2
 * bytes), Tink's ciphertext.
 */
public class Envelopes {

    private static final byte VERSION = 1;
    private static final String CONTEXT = "envelope";

    /** One data key closes for so long: a question to KMS an hour, and nothing near the 2^32 that one may close. */
    private static final Duration DATA_KEY_USED = Duration.ofHours(1);

    /** Data keys that are remembered open. Those of a day and of ten processes. */
    private static final int OPEN_MAX = 256;

    private final KeyService keys;
    private final Clock clock;
    private final Map<ByteBuffer, Aead> open = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Aead> eldest) {
            return size() > OPEN_MAX;
        }
    };
    private @Nullable DataKey closing;
    private Instant closingUntil = Instant.MIN;

    Envelopes(KeyService keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Closes something; what was closed for one purpose does not open for another. */
    public byte[] close(String purpose, byte[] content) {
        try {
            var key = closingKey();
            var name = key.wrapped().by().getBytes(UTF_8);
            var wrapped = key.wrapped().bytes();
            var closed = key.cipher().encrypt(content, purpose.getBytes(UTF_8));
            return ByteBuffer.allocate(1 + 1 + name.length + Short.BYTES + wrapped.length + closed.length)
                    .put(VERSION)
                    .put((byte) name.length)
                    .put(name)
                    .putShort((short) wrapped.length)
                    .put(wrapped)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized DataKey closingKey() {
        var key = closing;
        var now = clock.instant();
        if (key == null || !now.isBefore(closingUntil)) {
            key = keys.generate(CONTEXT);
            closing = key;
            closingUntil = now.plus(DATA_KEY_USED);
        }
        return key;
    }

    /**
     * What was closed; empty when it was closed for something else, is damaged, or is none of ours.
     *
     * @throws UnknownKeyException when the key that closed it is not known here
     */
    public Optional<byte[]> open(String purpose, byte[] closed) {
        var parts = Parts.read(closed).orElse(null);
        if (parts == null) {
            return Optional.empty();
        }
        try {
            var cipher = cipher(parts.key());
            return cipher.isEmpty()
                    ? Optional.empty()
                    : Optional.of(cipher.get().decrypt(parts.content(), purpose.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Optional<Aead> cipher(WrappedKey key) {
        var by = key.by().getBytes(UTF_8);
        var name = ByteBuffer.allocate(by.length + key.bytes().length)
                .put(by)
                .put(key.bytes())
                .flip();
        synchronized (open) {
            var known = open.get(name);
            if (known != null) {
                return Optional.of(known);
            }
        }
        var opened = keys.unwrap(key, CONTEXT);
        opened.ifPresent(cipher -> {
            synchronized (open) {
                open.put(name, cipher);
            }
        });
        return opened;
    }

    /** The same under the present key-encryption key; empty when it is so already, or does not open. */
    public Optional<byte[]> renewed(String purpose, byte[] closed) {
        var old = Parts.read(closed)
                .filter(parts -> !parts.key().by().equals(keys.current()))
                .isPresent();
        return old ? open(purpose, closed).map(content -> close(purpose, content)) : Optional.empty();
    }

    private record Parts(WrappedKey key, byte[] content) {

        static Optional<Parts> read(byte[] closed) {
            try {
                var in = ByteBuffer.wrap(closed);
                if (in.get() != VERSION) {
                    return Optional.empty();
                }
                var name = new byte[Byte.toUnsignedInt(in.get())];
                in.get(name);
                var wrapped = new byte[Short.toUnsignedInt(in.getShort())];
                in.get(wrapped);
                var content = Arrays.copyOfRange(closed, in.position(), closed.length);
                return name.length == 0
                        ? Optional.empty()
                        : Optional.of(new Parts(new WrappedKey(new String(name, UTF_8), wrapped), content));
            } catch (BufferUnderflowException e) {
                return Optional.empty();
            }
        }
    }
}
