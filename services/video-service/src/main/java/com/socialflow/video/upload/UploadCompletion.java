package com.socialflow.video.upload;

import com.socialflow.video.catalogue.Sources;
import com.socialflow.video.disposal.Disposals;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The moment when an upload becomes its video's source. */
@Component
class UploadCompletion {

    private final UploadStore store;
    private final Sources sources;
    private final Disposals disposals;
    private final Clock clock;

    UploadCompletion(UploadStore store, Sources sources, Disposals disposals, Clock clock) {
        this.store = store;
        this.sources = sources;
        this.disposals = disposals;
        this.clock = clock;
    }

    /**
     * Hands the sealed bytes over, once however often it is asked.
     *
     * @param size of what was sealed, in bytes
     * @return false when the video is gone or got another source meanwhile: then nothing is left of the upload
     */
    @Transactional
    boolean finish(Upload upload, long size) {
        var accepted = sources.accepted(upload.video(), upload.sourceKey())
                || sources.accept(upload.video(), upload.sourceKey(), size);
        if (!accepted) {
            disposals.add(upload.sourceKey());
        }
        if (accepted && upload.resumable()) {
            store.complete(upload.id(), size, clock.instant());
        } else {
            store.delete(upload.id());
        }
        return accepted;
    }
}
