package com.socialflow.video.upload;

import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.video.catalogue.Sources;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Announcing an upload, giving one up. */
@Component
class Uploads {

    private final UploadStore store;
    private final Sources sources;
    private final ObjectStorage storage;
    private final UploadSettings settings;
    private final Ids ids;
    private final Clock clock;

    Uploads(UploadStore store, Sources sources, ObjectStorage storage, UploadSettings settings, Ids ids, Clock clock) {
        this.store = store;
        this.sources = sources;
        this.storage = storage;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    sealed interface Announcement {
        record Accepted(Upload upload) implements Announcement {}

        record NoSuchVideo() implements Announcement {}

        record Refused() implements Announcement {}

        /** The video has a source already. */
        record HasSource() implements Announcement {}

        record Empty() implements Announcement {}

        record TooLarge(long max) implements Announcement {}

        record QuotaExceeded(long left) implements Announcement {}

        record TooMany(int max) implements Announcement {}

        /** The storage has no room for it at the moment. */
        record StorageFull() implements Announcement {}
    }

    /**
     * Checks everything that can be checked before a byte is taken, and reserves the room.
     *
     * @param size in bytes; empty when the client can't say: then all that its owner has left is reserved
     */
    @Transactional
    Announcement announce(Actor actor, VideoId video, OptionalLong size, @Nullable String metadata, boolean resumable) {
        switch (sources.admit(video, actor)) {
            case NOT_FOUND -> {
                return new Announcement.NoSuchVideo();
            }
            case REFUSED -> {
                return new Announcement.Refused();
            }
            case HAS_SOURCE -> {
                return new Announcement.HasSource();
            }
            case OPEN -> {
                // Goes on below.
            }
        }
        var max = settings.maxSize().toBytes();
        if (size.equals(OptionalLong.of(0))) {
            return new Announcement.Empty();
        }
        if (size.orElse(0) > max) {
            return new Announcement.TooLarge(max);
        }
        var owner = actor.account();
        store.lockUploader(owner);
        var reserved = store.reserved(owner);
        if (reserved.uploads() >= settings.unfinishedMax()) {
            return new Announcement.TooMany(settings.unfinishedMax());
        }
        var left = settings.quota().toBytes() - reserved.bytes() - sources.storedBytes(owner);
        if (left < size.orElse(1)) {
            return new Announcement.QuotaExceeded(Math.max(left, 0));
        }
        if (storage.room().orElse(Long.MAX_VALUE) < size.orElse(1)) {
            return new Announcement.StorageFull();
        }
        var now = clock.instant();
        var upload = new Upload(
                new UploadId(ids.next()),
                video,
                owner,
                size.orElse(Math.min(max, left)),
                metadata,
                resumable,
                now.plus(settings.expiry()),
                false,
                false);
        store.insert(upload, now);
        return new Announcement.Accepted(upload);
    }

    /** Gives an upload up: it takes no quota from now on, and its bytes go soon. */
    void discard(UploadId id) {
        store.discard(id);
    }

    /** Ends the memory of an upload of which nothing is left. */
    void forget(UploadId id) {
        store.delete(id);
    }

    /** The row as it is now. */
    Optional<Upload> reload(UploadId id) {
        return store.find(id);
    }
}
