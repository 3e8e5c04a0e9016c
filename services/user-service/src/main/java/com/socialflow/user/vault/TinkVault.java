package com.socialflow.user.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.socialflow.core.AccountId;
import com.socialflow.platform.secrets.KeyService;
import com.socialflow.user.vault.PersonKeyStore.Found;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keys of people, made when they are first needed, and wrapped by the key service. */
@Component
class TinkVault implements PersonalVault {

    private final KeyService keys;
    private final PersonKeyStore store;
    private final OpenKeys open;
    private final Clock clock;

    TinkVault(KeyService keys, PersonKeyStore store, Clock clock) {
        this.keys = keys;
        this.store = store;
        this.open = new OpenKeys(clock);
        this.clock = clock;
    }

    /** What a person's key is wrapped for. */
    static String context(AccountId account) {
        return "person:" + account;
    }

    @Override
    public byte[] close(AccountId account, String purpose, byte[] content) {
        try {
            return closing(account).encrypt(content, associated(account, purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<byte[]> open(AccountId account, String purpose, byte[] closed) {
        var cipher = opening(account);
        if (cipher.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher.get().decrypt(closed, associated(account, purpose)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] associated(AccountId account, String purpose) {
        return (account + ":" + purpose).getBytes(UTF_8);
    }

    private Aead closing(AccountId account) {
        var known = open.find(account);
        if (known.isPresent()) {
            return known.get();
        }
        var seen = open.destructions();
        var found = store.find(account);
        if (found instanceof Found.Nothing) {
            var made = keys.generate(context(account));
            if (store.insert(account, made.wrapped(), clock.instant())) {
                remember(account, made.cipher(), seen);
                return made.cipher();
            }
            found = store.find(account);
        }
        return switch (found) {
            case Found.Key key -> unwrapped(account, key, seen);
            case Found.Destroyed() -> keys.throwaway();
            case Found.Nothing() -> throw new IllegalStateException("the key of %s came and went".formatted(account));
        };
    }

    private Optional<Aead> opening(AccountId account) {
        var known = open.find(account);
        if (known.isPresent()) {
            return known;
        }
        var seen = open.destructions();
        return switch (store.find(account)) {
            case Found.Key key -> Optional.of(unwrapped(account, key, seen));
            case Found.Destroyed(), Found.Nothing() -> Optional.empty();
        };
    }

    private Aead unwrapped(AccountId account, Found.Key key, long seen) {
        var cipher = keys.unwrap(key.wrapped(), context(account))
                .orElseThrow(() -> new IllegalStateException("the key of %s is damaged".formatted(account)));
        remember(account, cipher, seen);
        return cipher;
    }

    /** A key that a transaction made is gone when that transaction is: nothing else may use it before. */
    private void remember(AccountId account, Aead cipher, long seen) {
        afterCommit(() -> open.put(account, cipher, seen));
    }

    @Override
    public void destroy(AccountId account) {
        store.destroy(account, clock.instant());
        open.forget(account);
        afterCommit(() -> open.forget(account));
    }

    private static void afterCommit(Runnable what) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            what.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                what.run();
            }
        });
    }
}
