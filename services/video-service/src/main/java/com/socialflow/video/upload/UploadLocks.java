package com.socialflow.video.upload;

import com.socialflow.core.Ids;
import com.socialflow.platform.recurring.Recurring;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * One writer to an upload among all processes: a lease in its row, which this process renews while it lives. A broken
 * connection ends its request, and with it the lock; one that fell silent does so after the server's read time-out.
 */
@Component
class UploadLocks {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int RENEWALS_A_LEASE = 3;

    private final UploadLockStore store;
    private final Ids ids;
    private final Clock clock;
    private final Duration lease;
    private final Map<UploadId, UploadLock> held = new ConcurrentHashMap<>();

    UploadLocks(UploadLockStore store, Ids ids, Clock clock, UploadSettings settings, Recurring recurring) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.lease = settings.lockLease();
        recurring.every(lease.dividedBy(RENEWALS_A_LEASE), "upload-locks", this::renew);
    }

    /** The lock, when it is free at once. */
    Optional<UploadLock> tryTake(UploadId upload) {
        var lock = new UploadLock(upload, ids.next(), this);
        if (held.putIfAbsent(upload, lock) != null) {
            return Optional.empty();
        }
        try {
            var now = clock.instant();
            if (store.take(upload, lock.token(), now, now.plus(lease))) {
                lock.take();
                return Optional.of(lock);
            }
            return Optional.empty();
        } finally {
            if (!lock.taken()) {
                held.remove(upload, lock);
            }
        }
    }

    /** The lock, when it comes free in the time after which a killed process has lost it; empty otherwise. */
    Optional<UploadLock> take(UploadId upload) {
        var end = System.nanoTime() + lease.plus(LOOK_AGAIN).toNanos();
        while (true) {
            var lock = tryTake(upload);
            if (lock.isPresent() || System.nanoTime() > end) {
                return lock;
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    private void renew() {
        var mine = held.values().stream().filter(UploadLock::taken).toArray(UploadLock[]::new);
        if (mine.length == 0) {
            return;
        }
        var tokens = new long[mine.length];
        for (int i = 0; i < mine.length; i++) {
            tokens[i] = mine[i].token();
        }
        var good = store.renew(tokens, clock.instant().plus(lease));
        for (var lock : mine) {
            if (!good.contains(lock.token())) {
                lock.lose();
            }
        }
    }

    void release(UploadLock lock) {
        try {
            store.release(lock.upload(), lock.token());
        } finally {
            held.remove(lock.upload(), lock);
        }
    }
}
