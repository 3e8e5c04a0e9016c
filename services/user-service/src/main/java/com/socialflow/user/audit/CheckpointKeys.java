package com.socialflow.user.audit;

import com.socialflow.core.Ids;
import com.socialflow.platform.auth.AuthSettings;
import com.socialflow.platform.secrets.Envelopes;
import com.socialflow.platform.secrets.UnknownKeyException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The key that signs heads of the tree, and those before it. */
@Component
class CheckpointKeys {

    private final AuditKeyStore store;
    private final Envelopes envelopes;
    private final Ids ids;
    private final Clock clock;
    private final String name;

    CheckpointKeys(AuditKeyStore store, Envelopes envelopes, AuthSettings settings, Ids ids, Clock clock) {
        this.store = store;
        this.envelopes = envelopes;
        this.ids = ids;
        this.clock = clock;
        this.name = host(settings.issuer()) + "/audit";
    }

    private static String host(String issuer) {
        var host = URI.create(issuer).getHost();
        return host == null ? "localhost" : host;
    }

    /** Signs the head of a tree. */
    String sign(long size, byte[] head) {
        for (var row : store.all()) {
            var privateKey = privateKey(envelopes, row);
            if (privateKey.isPresent()) {
                var text = new Checkpoint(row.key().name(), size, head).text();
                return row.key().sign(text, privateKey.get());
            }
        }
        var made = NoteKey.make(name);
        var id = ids.next();
        store.insert(
                new AuditKeyStore.Row(id, made.key(), envelopes.close(purpose(id), made.privateKey())),
                clock.instant());
        return made.key().sign(new Checkpoint(name, size, head).text(), made.privateKey());
    }

    /** The private part; empty when it does not open here, or is another key's. */
    static Optional<byte[]> privateKey(Envelopes envelopes, AuditKeyStore.Row row) {
        try {
            return envelopes.open(purpose(row.id()), row.sealed()).filter(row.key()::belongs);
        } catch (UnknownKeyException e) {
            return Optional.empty();
        }
    }

    private static String purpose(long id) {
        return "audit-key:" + Ids.format(id);
    }

    /** All keys that ever signed, the newest first. */
    List<NoteKey> published() {
        return store.all().stream().map(AuditKeyStore.Row::key).toList();
    }

    /** Seals them anew when the key-encryption key has changed. */
    void renew() {
        for (var row : store.all()) {
            try {
                envelopes.renewed(purpose(row.id()), row.sealed()).ifPresent(again -> store.reseal(row, again));
            } catch (UnknownKeyException e) {
                // It verifies and no longer signs.
            }
        }
    }
}
