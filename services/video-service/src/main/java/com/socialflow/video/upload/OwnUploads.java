package com.socialflow.video.upload;

import com.socialflow.platform.auth.Actor;
import com.socialflow.video.access.VideoAccess;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Finding one's own uploads to go on with. */
@Component
class OwnUploads {

    private final UploadStore store;
    private final UploadSettings settings;
    private final VideoAccess access;
    private final Clock clock;

    OwnUploads(UploadStore store, UploadSettings settings, VideoAccess access, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.access = access;
        this.clock = clock;
    }

    sealed interface Finding {
        record Found(Upload upload) implements Finding {}

        record NotFound() implements Finding {}

        /** It was there until its time was over. */
        record Expired() implements Finding {}
    }

    /** An upload that this person may continue. Others' don't exist for them. */
    Finding find(UploadId id, Actor actor) {
        var upload = store.find(id)
                .filter(found -> found.resumable() && !found.discarded())
                .filter(found -> access.mayContinue(actor, id, found.owner()))
                .orElse(null);
        if (upload == null) {
            return new Finding.NotFound();
        }
        return clock.instant().isBefore(upload.expiresAt()) ? new Finding.Found(upload) : new Finding.Expired();
    }

    /** Gives an upload the full time again to send its next bytes. */
    Upload extend(Upload upload) {
        var expiresAt = clock.instant().plus(settings.expiry());
        store.extend(upload.id(), expiresAt);
        return store.find(upload.id()).orElse(upload);
    }
}
