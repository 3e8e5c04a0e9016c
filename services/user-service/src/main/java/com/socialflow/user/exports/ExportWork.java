package com.socialflow.user.exports;

import com.socialflow.core.Ids;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.user.exports.ExportJobStore.Job;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes archives under a lease: one whose maker died is made anew by another process. Each attempt stores under a key
 * of its own, so that a maker who lost the lease spoils nothing.
 */
@Component
class ExportWork {

    /** How long after a maker died another one begins. Renewed while it is made. */
    static final Duration LEASE = Duration.ofMinutes(2);

    static final int ATTEMPTS_MAX = 5;

    private static final Logger log = LoggerFactory.getLogger(ExportWork.class);
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final int EXPIRED_BATCH = 50;

    private final ExportStore exports;
    private final ExportJobStore jobs;
    private final ExportAssembly assembly;
    private final ObjectStorage storage;
    private final Ids ids;
    private final Clock clock;

    ExportWork(
            ExportStore exports,
            ExportJobStore jobs,
            ExportAssembly assembly,
            ObjectStorage storage,
            Ids ids,
            Clock clock) {
        this.exports = exports;
        this.jobs = jobs;
        this.assembly = assembly;
        this.storage = storage;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes the archive that waited longest; false when none waits. */
    boolean makeNext() {
        var now = clock.instant();
        var job = jobs.take(ids.next(), now, now.plus(LEASE)).orElse(null);
        if (job == null) {
            return false;
        }
        try {
            // What an attempt left that died at its very end.
            storage.deleteAll(folder(job));
            if (job.attempt() > ATTEMPTS_MAX) {
                log.error("the archive {} was begun {} times and is given up", job.id(), ATTEMPTS_MAX);
                jobs.fail(job);
                return true;
            }
            assembly.make(job);
        } catch (IOException | RuntimeException e) {
            log.warn("the archive {} failed at attempt {}", job.id(), job.attempt(), e);
            jobs.postpone(job, clock.instant().plus(RETRY.multipliedBy(job.attempt())));
        }
        return true;
    }

    private static String folder(Job job) {
        return "exports/%s/%s/".formatted(job.account(), job.id());
    }

    /** Removes archives whose time is over; interrupted, it begins anew. */
    void removeExpired() {
        for (var export : exports.expired(clock.instant(), EXPIRED_BATCH)) {
            storage.deleteAll("exports/%s/%s/".formatted(export.account(), export.id()));
            exports.expire(export.id());
        }
    }
}
