package com.socialflow.platform.secrets;

import com.google.crypto.tink.Aead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Envelope encryption: data is closed under data keys, and these are wrapped by the key-encryption key of the
 * installation: its master key, or one in AWS KMS. While that key is replaced, the others still unwrap.
 */
public class KeyService {

    private final KeyEncryptionKey current;
    private final Map<String, KeyEncryptionKey> known = new LinkedHashMap<>();

    KeyService(KeyEncryptionKey current, List<? extends KeyEncryptionKey> others) {
        this.current = current;
        others.forEach(key -> known.put(key.id(), key));
        known.put(current.id(), current);
    }

    /** As it is configured: KMS when a key there is named, otherwise the master key. */
    static KeyService of(SecretSettings settings, MasterKey master) {
        var others = new ArrayList<KeyEncryptionKey>();
        master.derivePrevious(LocalKey.PURPOSE, "AES").forEach(key -> others.add(new LocalKey(key)));
        settings.previousKmsKeyArns().forEach(arn -> others.add(KmsConnection.key(settings, arn)));
        var local = new LocalKey(master.derive(LocalKey.PURPOSE, "AES"));
        if (settings.kmsKeyArn().isEmpty()) {
            return new KeyService(local, others);
        }
        // What the master key has wrapped until now.
        others.add(local);
        return new KeyService(KmsConnection.key(settings, settings.kmsKeyArn()), others);
    }

    /** Names the key that wraps now. */
    public String current() {
        return current.id();
    }

    /** Names every key that unwraps. */
    public Set<String> known() {
        return Set.copyOf(known.keySet());
    }

    /**
     * A new data key.
     *
     * @param context what it is for: it unwraps for the same alone
     * @throws com.socialflow.core.Problem 503 when the key-encryption key is away
     */
    public DataKey generate(String context) {
        var made = current.generate(context);
        return new DataKey(AesGcm.of(made.key()), new WrappedKey(current.id(), made.wrapped()));
    }

    /** A cipher whose key nobody keeps: what it closes, nobody opens. */
    public Aead throwaway() {
        return AesGcm.random();
    }

    /**
     * The data key; empty when it was wrapped for something else, or is damaged.
     *
     * @throws UnknownKeyException when the key that wrapped it is not known here
     * @throws com.socialflow.core.Problem 503 when that key is away
     */
    public Optional<Aead> unwrap(WrappedKey key, String context) {
        return open(key, context).map(AesGcm::of);
    }

    /** The same data key under the present key-encryption key; throws as {@link #unwrap} does. */
    public Optional<WrappedKey> rewrap(WrappedKey key, String context) {
        return open(key, context).map(open -> new WrappedKey(current.id(), current.wrap(open, context)));
    }

    private Optional<byte[]> open(WrappedKey key, String context) {
        var by = known.get(key.by());
        if (by == null) {
            throw new UnknownKeyException(key.by());
        }
        return by.unwrap(key.bytes(), context);
    }
}
