package com.socialflow.user.vault;

import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.secrets.KeyService;
import java.time.Duration;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves people's keys under the present key-encryption key, a few at a time, while they are in use: what they closed
 * stays as it is. Once it says that all are moved, the previous one is of no use to anybody.
 */
@Component
class KeyRotation {

    private static final Duration PERIOD = Duration.ofMinutes(10);

    /** Keys at once. */
    private static final int BATCH_MAX = 200;

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private final KeyService keys;
    private final PersonKeyStore store;

    KeyRotation(KeyService keys, PersonKeyStore store, Recurring recurring) {
        this.keys = keys;
        this.store = store;
        recurring.every(PERIOD, "key-rotation", this::round);
    }

    private void round() {
        store.unknown(keys.known())
                .forEach(unknown -> log.error(
                        "{} people's keys are wrapped by {}, which is not configured: see docs/OPERATING.md, Keys",
                        unknown.count(),
                        unknown.wrappedBy()));
        rotate();
    }

    /** Moves all that there are and gives their number. */
    int rotate() {
        var others = new TreeSet<>(keys.known());
        others.remove(keys.current());
        var moved = 0;
        var after = Long.MIN_VALUE;
        while (!others.isEmpty() && !Thread.currentThread().isInterrupted()) {
            var batch = store.wrappedBy(others, after, BATCH_MAX);
            for (var key : batch) {
                moved += move(key) ? 1 : 0;
                after = key.account().value();
            }
            if (batch.size() < BATCH_MAX) {
                break;
            }
        }
        if (moved > 0) {
            log.info("{} people's keys are now wrapped by {}", moved, keys.current());
        }
        return moved;
    }

    private boolean move(PersonKeyStore.Found.Key key) {
        var wrapped = keys.rewrap(key.wrapped(), TinkVault.context(key.account()));
        if (wrapped.isEmpty()) {
            log.error("the key of account {} is damaged", key.account());
            return false;
        }
        return store.replace(key, wrapped.get());
    }
}
