package com.socialflow.video.upload;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of a person's uploads, to be taken along or to go. */
@Component
public class PersonUploads {

    /** Of one person: those under way are limited, and finished ones are remembered for a day. */
    private static final int UPLOADS_MAX = 10_000;

    private final UploadStore store;

    PersonUploads(UploadStore store) {
        this.store = store;
    }

    /**
     * An upload.
     *
     * @param size in bytes
     * @param metadata as the person's program sent it (tus: Upload-Metadata)
     */
    public record PersonUpload(
            UploadId id, VideoId video, long size, @Nullable String metadata, Instant expiresAt, boolean completed) {}

    /** The person's uploads, in no order. */
    public List<PersonUpload> of(AccountId owner) {
        return store.of(owner, UPLOADS_MAX).stream()
                .map(upload -> new PersonUpload(
                        upload.id(),
                        upload.video(),
                        upload.size(),
                        upload.metadata(),
                        upload.expiresAt(),
                        upload.completed()))
                .toList();
    }

    /** Gives all of them up, finished ones too: what they sent goes soon, and then their rows. */
    @Transactional
    public void discard(AccountId owner) {
        store.discardOf(owner);
        store.forgetUploader(owner);
    }

    /** Whether something of them is left. */
    public boolean any(AccountId owner) {
        return !store.of(owner, 1).isEmpty();
    }
}
