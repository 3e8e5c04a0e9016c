package com.socialflow.user.exports;

import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.storage.StoredObject;
import com.socialflow.user.exports.ExportJobStore.Job;
import com.socialflow.user.personal.PersonalExport;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts an archive together of what every feature and every service knows of the person. */
@Component
class ExportAssembly {

    private final List<PersonalExport> features;
    private final ExportCompletion completion;
    private final ExportJobStore jobs;
    private final ObjectStorage storage;
    private final JsonMapper json;
    private final Clock clock;

    ExportAssembly(
            List<PersonalExport> features,
            ExportCompletion completion,
            ExportJobStore jobs,
            ObjectStorage storage,
            JsonMapper json,
            Clock clock) {
        this.features = List.copyOf(features);
        this.completion = completion;
        this.jobs = jobs;
        this.storage = storage;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Makes and stores the archive.
     *
     * @throws IOException when it could not be stored
     */
    void make(Job job) throws IOException {
        var stored = store(job);
        if (!completion.ready(job, stored.size())) {
            storage.delete(job.objectKey());
        }
    }

    private StoredObject store(Job job) throws IOException {
        var hold = new Hold(job, clock.instant());
        try (var stream = new StoredStream(storage, job.objectKey());
                var archive = new ZipArchive(stream.out(), storage, json, hold::beat)) {
            for (var done = 0; done < features.size(); done++) {
                features.get(done).export(job.account(), archive);
                hold.reached((done + 1.0) / (features.size() + 1));
            }
            archive.finish(job.account(), clock.instant());
            return stream.finish();
        }
    }

    /** Keeps the lease while the archive is made. */
    private final class Hold {

        private final Job job;
        private Instant renewedAt;
        private double progress;

        Hold(Job job, Instant takenAt) {
            this.job = job;
            this.renewedAt = takenAt;
        }

        /** Called with every piece; asks the database at most four times a lease. */
        void beat() {
            if (clock.instant().isAfter(renewedAt.plus(ExportWork.LEASE.dividedBy(4)))) {
                renew();
            }
        }

        void reached(double share) {
            progress = share;
            renew();
        }

        private void renew() {
            var now = clock.instant();
            if (Thread.currentThread().isInterrupted() || !jobs.renew(job, progress, now.plus(ExportWork.LEASE))) {
                throw new IllegalStateException("the archive %s is no longer ours to make".formatted(job.id()));
            }
            renewedAt = now;
        }
    }
}
