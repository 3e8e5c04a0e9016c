package com.socialflow.video.upload;

import com.socialflow.platform.storage.AppendOutcome;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.storage.ResumableObjects;
import com.socialflow.platform.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries bodies of requests into storage. How much has come is what storage says, whatever was killed when. */
@Component
class UploadBytes {

    private final ResumableObjects objects;
    private final ObjectStorage storage;
    private final Uploads uploads;
    private final UploadLocks locks;
    private final UploadCompletion completion;
    private final UploadSettings settings;

    UploadBytes(
            ResumableObjects objects,
            ObjectStorage storage,
            Uploads uploads,
            UploadLocks locks,
            UploadCompletion completion,
            UploadSettings settings) {
        this.objects = objects;
        this.storage = storage;
        this.uploads = uploads;
        this.locks = locks;
        this.completion = completion;
        this.settings = settings;
    }

    /** What became of a body. */
    sealed interface Reception {
        /** All bytes so far are kept, and more must come. */
        record Incomplete(long offset) implements Reception {}

        /** All bytes are here and are the video's source. */
        record Complete(long offset) implements Reception {}

        /** What a client is told as a problem. */
        sealed interface Refusal extends Reception {}

        /** The client broke off or fell silent; what came is kept. */
        record BrokenOff() implements Refusal {}

        /** The client sends too slowly; what came is kept. */
        record TooSlow() implements Refusal {}

        record WrongOffset(long offset) implements Refusal {}

        /** More came, or would come, than was announced. */
        record TooLong() implements Refusal {}

        /** The chunk is not what its checksum says; nothing of it is kept. */
        record Mismatch() implements Refusal {}

        /** Another request writes to the upload. */
        record Busy() implements Refusal {}

        /** The upload, or its video, was given up meanwhile. */
        record Gone() implements Refusal {}

        /** The video got another source meanwhile, or is gone. */
        record Superseded() implements Refusal {}
    }

    /** How many bytes of the upload are here to stay. */
    private long offset(Upload upload) {
        if (upload.completed()) {
            return upload.size();
        }
        var length = objects.length(upload.partialKey());
        return length == 0 && sealed(upload) ? upload.size() : length;
    }

    /** Between sealing and the completion of the row there may have been a crash. */
    private boolean sealed(Upload upload) {
        return storage.head(upload.sourceKey()).map(StoredObject::size).equals(Optional.of(upload.size()));
    }

    /**
     * Adds a chunk where the client believes that the upload ends; the last one completes it.
     *
     * @param length of the body, when the client says it
     */
    Reception append(
            Upload announced, long offset, InputStream body, OptionalLong length, @Nullable Checksum checksum) {
        var lock = locks.take(announced.id()).orElse(null);
        if (lock == null) {
            return new Reception.Busy();
        }
        try (lock) {
            var upload = uploads.reload(announced.id())
                    .filter(now -> !now.discarded())
                    .orElse(null);
            if (upload == null) {
                return new Reception.Gone();
            }
            var known = offset(upload);
            if (known != offset) {
                return new Reception.WrongOffset(known);
            }
            if (length.orElse(0) > upload.size() - known) {
                return new Reception.TooLong();
            }
            if (upload.completed()) {
                return new Reception.Complete(upload.size());
            }
            return known == upload.size() ? complete(upload) : add(upload, lock, offset, body, checksum);
        }
    }

    private Reception add(Upload upload, UploadLock lock, long offset, InputStream body, @Nullable Checksum checksum) {
        var incoming = new IncomingBody(
                body, lock::lost, upload.size() - offset, settings.slowest().toBytes());
        var outcome = checksum == null
                ? objects.append(upload.partialKey(), offset, incoming)
                : objects.appendIf(
                        upload.partialKey(),
                        offset,
                        new DigestInputStream(incoming, checksum.digest()),
                        checksum::matches);
        if (incoming.slow()) {
            return new Reception.TooSlow();
        }
        if (lock.lost()) {
            return new Reception.Gone();
        }
        return switch (outcome) {
            case AppendOutcome.OffsetConflict conflict -> new Reception.WrongOffset(conflict.length());
            case AppendOutcome.Refused _ -> new Reception.Mismatch();
            case AppendOutcome.Appended appended -> {
                if (!appended.whole()) {
                    yield new Reception.BrokenOff();
                }
                if (appended.length() < upload.size()) {
                    yield new Reception.Incomplete(appended.length());
                }
                yield more(incoming) ? new Reception.TooLong() : complete(upload);
            }
        };
    }

    private static boolean more(IncomingBody body) {
        try {
            return body.more();
        } catch (IOException e) {
            // All that was announced is here: how the rest of the request fails changes nothing.
            return false;
        }
    }

    /** The source that one request brings from its first byte to its last. Anything else leaves nothing behind. */
    Reception receive(Upload upload, InputStream body, OptionalLong length) {
        var lock = locks.tryTake(upload.id()).orElse(null);
        if (lock == null) {
            return new Reception.Busy();
        }
        var kept = false;
        try (lock) {
            var incoming = new IncomingBody(
                    body, lock::lost, upload.size(), settings.slowest().toBytes());
            var outcome = objects.append(upload.partialKey(), 0, incoming);
            if (incoming.slow()) {
                return new Reception.TooSlow();
            }
            if (lock.lost()) {
                return new Reception.Gone();
            }
            var whole = outcome instanceof AppendOutcome.Appended appended && appended.whole();
            if (!whole || outcome.length() < length.orElse(0)) {
                return new Reception.BrokenOff();
            }
            if (more(incoming)) {
                return new Reception.TooLong();
            }
            if (outcome.length() == 0) {
                return new Reception.Incomplete(0);
            }
            kept = true;
            return complete(upload, outcome.length());
        } finally {
            if (!kept) {
                uploads.discard(upload.id());
                remove(upload);
            }
        }
    }

    private Reception complete(Upload upload) {
        return complete(upload, upload.size());
    }

    private Reception complete(Upload upload, long size) {
        objects.seal(upload.partialKey(), upload.sourceKey());
        return completion.finish(upload, size) ? new Reception.Complete(size) : new Reception.Superseded();
    }

    /**
     * How many bytes of the upload are here when nobody writes to it any more, so that a client may go on there;
     * completes what a killed process left complete.
     */
    Reception look(Upload upload) {
        return upload.completed() ? new Reception.Complete(upload.size()) : settle(locks.take(upload.id()));
    }

    /** The same, at once or not at all. */
    Reception settle(Upload upload) {
        return settle(locks.tryTake(upload.id()));
    }

    private Reception settle(Optional<UploadLock> free) {
        if (free.isEmpty()) {
            return new Reception.Busy();
        }
        try (var lock = free.get()) {
            var upload = uploads.reload(lock.upload())
                    .filter(now -> !now.discarded())
                    .orElse(null);
            if (upload == null) {
                return new Reception.Gone();
            }
            var offset = offset(upload);
            if (offset < upload.size()) {
                return new Reception.Incomplete(offset);
            }
            return upload.completed() ? new Reception.Complete(offset) : complete(upload);
        }
    }

    /** Removes the bytes of an upload that was given up, then its row. */
    void remove(Upload upload) {
        objects.abort(upload.partialKey());
        uploads.forget(upload.id());
    }
}
