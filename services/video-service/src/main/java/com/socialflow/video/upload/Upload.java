package com.socialflow.video.upload;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.video.catalogue.Sources;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source on its way in.
 *
 * @param size declared by the client, or for a PUT of unknown length the most that it may send; bytes
 * @param metadata as a tus client sent it
 * @param resumable false for a PUT, which nobody continues
 * @param completed all bytes are here and are the video's source
 */
record Upload(
        UploadId id,
        VideoId video,
        AccountId owner,
        long size,
        @Nullable String metadata,
        boolean resumable,
        Instant expiresAt,
        boolean completed,
        boolean discarded) {

    /** Where object storage collects the bytes. */
    String partialKey() {
        return "uploads/" + id;
    }

    /** Where they stay when they are all there. */
    String sourceKey() {
        return Sources.key(video, id.toString());
    }
}
