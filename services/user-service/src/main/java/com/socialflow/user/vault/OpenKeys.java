package com.socialflow.user.vault;

import com.google.crypto.tink.Aead;
import com.socialflow.core.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keys of people who are here just now, so that not every use asks the database and the key service. */
final class OpenKeys {

    /** How long a key that was destroyed elsewhere may still be used here. */
    static final Duration KEPT = Duration.ofMinutes(1);

    /** Those of the last so many people: about half a megabyte. */
    private static final int KEYS_MAX = 2_000;

    private record Open(Aead cipher, Instant until) {}

    private final Clock clock;
    private final Map<AccountId, Open> entries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Open> eldest) {
            return size() > KEYS_MAX;
        }
    };
    private long destructions;

    OpenKeys(Clock clock) {
        this.clock = clock;
    }

    synchronized Optional<Aead> find(AccountId account) {
        var entry = entries.get(account);
        if (entry == null || !clock.instant().isBefore(entry.until())) {
            entries.remove(account);
            return Optional.empty();
        }
        return Optional.of(entry.cipher());
    }

    /** How many keys were destroyed here: one that was read before the last of them is not kept. */
    synchronized long destructions() {
        return destructions;
    }

    synchronized void put(AccountId account, Aead cipher, long seen) {
        if (seen == destructions) {
            entries.put(account, new Open(cipher, clock.instant().plus(KEPT)));
        }
    }

    synchronized void forget(AccountId account) {
        destructions++;
        entries.remove(account);
    }
}
