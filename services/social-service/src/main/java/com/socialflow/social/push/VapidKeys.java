package com.socialflow.social.push;

import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.secrets.Envelopes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pair of keys by which push services know this installation: made at first need, the same for all processes. */
@Component
class VapidKeys {

    private static final String PURPOSE = "push-vapid";

    private final PushKeyStore store;
    private final Envelopes envelopes;
    private final SecureRandom random;
    private final String contact;
    private volatile @Nullable Vapid known;

    VapidKeys(
            PushKeyStore store,
            Envelopes envelopes,
            SecureRandom random,
            PushSettings settings,
            PlatformSettings platform) {
        this.store = store;
        this.envelopes = envelopes;
        this.random = random;
        this.contact = contact(settings, platform);
    }

    private static String contact(PushSettings settings, PlatformSettings platform) {
        if (!settings.contact().isEmpty()) {
            return settings.contact();
        }
        return platform.publicUrl().startsWith("https:") ? platform.publicUrl() : "mailto:webmaster@localhost";
    }

    Vapid get() {
        var found = known;
        if (found == null) {
            found = find();
            known = found;
        }
        return found;
    }

    private Vapid find() {
        var stored = store.find();
        if (stored.isEmpty()) {
            var made = pair();
            store.insert(new PushKeyStore.Stored(
                    Points.write((ECPublicKey) made.getPublic()),
                    envelopes.close(PURPOSE, made.getPrivate().getEncoded())));
            // Another process may have been first.
            stored = store.find();
        }
        return stored.map(this::open).orElseThrow();
    }

    private Vapid open(PushKeyStore.Stored stored) {
        var key = envelopes
                .open(PURPOSE, stored.privateKey())
                .orElseThrow(() -> new IllegalStateException("the key for push services does not open"));
        envelopes.renewed(PURPOSE, stored.privateKey()).ifPresent(store::renew);
        try {
            var opened = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
            return new Vapid(opened, stored.publicKey(), contact);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key for push services is damaged", e);
        }
    }

    /** A new pair: ours, or one for a single message. */
    KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(Points.CURVE), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("P-256 is missing", e);
        }
    }

    byte[] salt() {
        var salt = new byte[PushContent.SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }
}
