package com.socialflow.video.upload;

import com.socialflow.core.VideoId;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.video.catalogue.VideoRemoval;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tidies up after uploads: those given up, those past their time, and those whose process was killed. */
@Component
class UploadSweeps implements VideoRemoval {

    private static final Logger log = LoggerFactory.getLogger(UploadSweeps.class);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int BATCH = 50;

    private final UploadStore store;
    private final UploadLocks locks;
    private final UploadBytes bytes;
    private final Clock clock;

    UploadSweeps(UploadStore store, UploadLocks locks, UploadBytes bytes, Clock clock, Recurring recurring) {
        this.store = store;
        this.locks = locks;
        this.bytes = bytes;
        this.clock = clock;
        recurring.every(PAUSE, "upload-sweeps", this::sweep);
    }

    /** In the deletion's transaction: whoever still writes loses the lock within a lease. */
    @Override
    public void removing(VideoId video) {
        store.discardOf(video);
    }

    void sweep() {
        var now = clock.instant();
        store.expired(now, BATCH).forEach(upload -> {
            if (upload.completed()) {
                store.delete(upload.id());
            } else {
                store.discard(upload.id());
            }
        });
        store.abandoned(now, BATCH).forEach(this::recover);
        store.discarded(now, BATCH).forEach(this::remove);
    }

    /** A process was killed while it wrote: what came last may have been all that was missing. */
    private void recover(Upload upload) {
        if (!upload.completed() && !upload.resumable()) {
            log.info("upload {} of video {} died with its process", upload.id(), upload.video());
            store.discard(upload.id());
        } else {
            bytes.settle(upload);
        }
    }

    private void remove(Upload upload) {
        var lock = locks.tryTake(upload.id());
        if (lock.isPresent()) {
            try (var held = lock.get()) {
                bytes.remove(upload);
            }
        }
    }
}
