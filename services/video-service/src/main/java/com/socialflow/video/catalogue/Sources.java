package com.socialflow.video.catalogue;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.video.v1.VideoUploaded;
import com.socialflow.video.access.VideoAccess;
import com.socialflow.video.disposal.Disposals;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which videos take a source, and taking it. */
@Component
public class Sources {

    private final ProcessingStore store;
    private final Disposals disposals;
    private final Outbox outbox;
    private final VideoAccess access;

    Sources(ProcessingStore store, Disposals disposals, Outbox outbox, VideoAccess access) {
        this.store = store;
        this.disposals = disposals;
        this.outbox = outbox;
        this.access = access;
    }

    /** Where the source of an upload is kept for good. */
    public static String key(VideoId video, String upload) {
        return Keys.sources(video) + upload;
    }

    /** Whether this person may upload a source to the video. */
    public enum Admission {
        OPEN,
        NOT_FOUND,
        REFUSED,
        /** It has a source already, and that one did not fail. */
        HAS_SOURCE
    }

    /** Asked before bytes are taken; the answer may be another when they are all here. */
    public Admission admit(VideoId video, Actor actor) {
        var target = store.target(video).orElse(null);
        if (target == null) {
            return Admission.NOT_FOUND;
        }
        var subject = new VideoAccess.Subject(
                video, target.owner(), target.visibility().word());
        return switch (access.of(actor, "video.upload", subject)) {
            case HIDDEN -> Admission.NOT_FOUND;
            case REFUSED -> Admission.REFUSED;
            case ALLOWED -> target.state().takesSource() ? Admission.OPEN : Admission.HAS_SOURCE;
        };
    }

    /**
     * Makes a stored object the video's source and has it processed. The sources before it are removed.
     *
     * @return false when the video is gone or has a source meanwhile
     */
    @Transactional
    public boolean accept(VideoId video, String key, long bytes) {
        var target = store.target(video).filter(t -> t.state().takesSource()).orElse(null);
        if (target == null || !store.accept(video, target.generation() + 1, key, bytes)) {
            return false;
        }
        target.source().ifPresent(disposals::add);
        outbox.append(VideoUploaded.newBuilder()
                .setVideo(video.value())
                .setGeneration(target.generation() + 1)
                .setObjectKey(key)
                .setSizeBytes(bytes)
                .build());
        return true;
    }

    /** Whether this object is the video's source. */
    public boolean accepted(VideoId video, String key) {
        return store.target(video).flatMap(ProcessingStore.Target::source).equals(Optional.of(key));
    }

    /** The sizes of all sources that a person keeps here, in bytes. */
    public long storedBytes(AccountId owner) {
        return store.storedBytes(owner);
    }
}
