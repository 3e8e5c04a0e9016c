package com.socialflow.video.catalogue;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.video.v1.VideoUploaded;
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

    Sources(ProcessingStore store, Disposals disposals, Outbox outbox) {
        this.store = store;
        this.disposals = disposals;
        this.outbox = outbox;
    }

    /** Where the source of an upload is kept for good. */
    public static String key(VideoId video, String upload) {
        return Keys.sources(video) + upload;
    }

    /** Whether this person may upload a source to the video. */
    public enum Admission {
        OPEN,
        NOT_FOUND,
        NOT_OWNER,
        /** It has a source already, and that one did not fail. */
        HAS_SOURCE
    }

    /** Asked before bytes are taken; the answer may be another when they are all here. */
    public Admission admit(VideoId video, AccountId actor) {
        return store.target(video)
                .map(target -> {
                    if (!target.owner().equals(actor)) {
                        return target.visibility() == Visibility.PRIVATE ? Admission.NOT_FOUND : Admission.NOT_OWNER;
                    }
                    return target.state().takesSource() ? Admission.OPEN : Admission.HAS_SOURCE;
                })
                .orElse(Admission.NOT_FOUND);
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
