package com.socialflow.video.catalogue;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.video.access.VideoAccess;
import com.socialflow.video.disposal.Disposals;
import com.socialflow.video.playback.PlaybackAccess;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deleting videos, so that no byte of them is left. */
@Component
class Deletions {

    private final VideoStore store;
    private final Publications publications;
    private final Disposals disposals;
    private final List<VideoRemoval> removals;
    private final VideoAccess access;
    private final PlaybackAccess playback;

    Deletions(
            VideoStore store,
            Publications publications,
            Disposals disposals,
            List<VideoRemoval> removals,
            VideoAccess access,
            PlaybackAccess playback) {
        this.store = store;
        this.publications = publications;
        this.disposals = disposals;
        this.removals = removals;
        this.access = access;
        this.playback = playback;
    }

    /** Hides a video at once; its stored bytes go within seconds. */
    @Transactional
    DeleteOutcome delete(VideoId id, Actor actor) {
        var video = store.findForUpdate(id).orElse(null);
        if (video == null) {
            return new DeleteOutcome.NotFound();
        }
        return switch (access.of(actor, "video.delete", video.subject())) {
            case HIDDEN -> new DeleteOutcome.NotFound();
            case REFUSED -> new DeleteOutcome.Refused();
            case ALLOWED -> delete(video);
        };
    }

    /** The same for somebody who is gone, whom no policy knows any more; nothing when it is gone, too, or another's. */
    @Transactional
    void deleteOf(AccountId owner, VideoId id) {
        store.findForUpdate(id).filter(video -> video.owner().equals(owner)).ifPresent(this::delete);
    }

    private DeleteOutcome delete(Video video) {
        var id = video.id();
        removals.forEach(removal -> removal.removing(id));
        store.delete(id);
        playback.changed(id);
        disposals.add(Keys.sources(id));
        disposals.add(Keys.outputs(id));
        publications.deleted(video);
        return new DeleteOutcome.Deleted();
    }

    sealed interface DeleteOutcome {
        record Deleted() implements DeleteOutcome {}

        record NotFound() implements DeleteOutcome {}

        record Refused() implements DeleteOutcome {}
    }
}
