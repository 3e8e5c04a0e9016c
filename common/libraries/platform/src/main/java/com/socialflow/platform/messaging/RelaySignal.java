package com.socialflow.platform.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay of this process that there is something to carry, so that it need not look often. */
class RelaySignal {

    private final Map<String, Semaphore> waiting = new ConcurrentHashMap<>();

    void wake(String service) {
        waiting.computeIfAbsent(service, _ -> new Semaphore(0)).release();
    }

    /** Whether it was woken within the patience. */
    boolean await(String service, Duration patience) throws InterruptedException {
        var semaphore = waiting.computeIfAbsent(service, _ -> new Semaphore(0));
        var woken = semaphore.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        semaphore.drainPermits();
        return woken;
    }
}
