package com.socialflow.video.catalogue;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import com.socialflow.core.VideoId;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.proto.video.v1.VideoDeleted;
import com.socialflow.video.disposal.Disposals;
import com.socialflow.video.playback.PlaybackAccess;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with videos: draft, find, list, edit, delete. */
@Component
class Videos {

    /** Drafts without a source that one person may keep: far more than anyone prepares, and no way to fill a disk. */
    static final int DRAFTS_MAX = 10_000;

    private final VideoStore store;
    private final Ids ids;
    private final Outbox outbox;
    private final Disposals disposals;
    private final List<VideoRemoval> removals;
    private final PlaybackAccess playback;

    Videos(
            VideoStore store,
            Ids ids,
            Outbox outbox,
            Disposals disposals,
            List<VideoRemoval> removals,
            PlaybackAccess playback) {
        this.store = store;
        this.ids = ids;
        this.outbox = outbox;
        this.disposals = disposals;
        this.removals = removals;
        this.playback = playback;
    }

    /** A draft that waits for its source; empty when the person has {@link #DRAFTS_MAX} of them. */
    @Transactional
    Optional<Video> create(AccountId owner, Details details) {
        if (store.drafts(owner, DRAFTS_MAX) == DRAFTS_MAX) {
            return Optional.empty();
        }
        var id = new VideoId(ids.next());
        store.insert(id, owner, details);
        return store.find(id);
    }

    /** The video, unless it is hidden from the viewer. */
    Optional<Video> find(VideoId id, Optional<AccountId> viewer) {
        return store.find(id).filter(video -> video.visibleTo(viewer));
    }

    /** Public and playable videos, the newest first. */
    Page<Video> recent(Cursor after, int limit) {
        var rows = store.recent(after.positionOr(Long.MAX_VALUE), limit + 1);
        return Page.cut(rows, limit, Videos::publishedOrder);
    }

    /** A person's videos, the newest first: everything for themselves, what is public and playable for others. */
    Page<Video> of(AccountId owner, Optional<AccountId> viewer, Cursor after, int limit) {
        var before = after.positionOr(Long.MAX_VALUE);
        if (viewer.filter(owner::equals).isPresent()) {
            return Page.cut(
                    store.allOf(owner, before, limit + 1),
                    limit,
                    video -> video.id().value());
        }
        return Page.cut(store.recentOf(owner, before, limit + 1), limit, Videos::publishedOrder);
    }

    private static Long publishedOrder(Video video) {
        var order = video.publishedOrder();
        if (order == null) {
            throw new IllegalStateException("a recent video was never published: " + video.id());
        }
        return order;
    }

    /**
     * Changes what the owner says of a video.
     *
     * @param expected the version that the change was made against, when the client named one
     * @param change of the present details; what it throws leaves the video as it is
     */
    @Transactional
    EditOutcome edit(VideoId id, AccountId actor, OptionalLong expected, UnaryOperator<Details> change) {
        var video = store.findForUpdate(id).orElse(null);
        if (video == null || !video.visibleTo(Optional.of(actor))) {
            return new EditOutcome.NotFound();
        }
        if (!video.owner().equals(actor)) {
            return new EditOutcome.NotOwner();
        }
        if (expected.isPresent() && expected.getAsLong() != video.version()) {
            return new EditOutcome.ChangedMeanwhile();
        }
        var before = video.details();
        var after = change.apply(before);
        if (after.equals(before)) {
            return new EditOutcome.Edited(video);
        }
        store.edit(id, after, after.visibility() != before.visibility());
        playback.changed(id);
        store.publish(id, ids.next());
        return new EditOutcome.Edited(store.find(id).orElseThrow());
    }

    sealed interface EditOutcome {
        record Edited(Video video) implements EditOutcome {}

        record NotFound() implements EditOutcome {}

        record NotOwner() implements EditOutcome {}

        record ChangedMeanwhile() implements EditOutcome {}
    }

    /** Hides a video at once; its stored bytes go within seconds. */
    @Transactional
    DeleteOutcome delete(VideoId id, AccountId actor) {
        var video = store.findForUpdate(id).orElse(null);
        if (video == null || !video.visibleTo(Optional.of(actor))) {
            return new DeleteOutcome.NotFound();
        }
        if (!video.owner().equals(actor)) {
            return new DeleteOutcome.NotOwner();
        }
        removals.forEach(removal -> removal.removing(id));
        store.delete(id);
        playback.changed(id);
        disposals.add(Keys.sources(id));
        disposals.add(Keys.outputs(id));
        outbox.append(VideoDeleted.newBuilder().setVideo(id.value()).build());
        return new DeleteOutcome.Deleted();
    }

    sealed interface DeleteOutcome {
        record Deleted() implements DeleteOutcome {}

        record NotFound() implements DeleteOutcome {}

        record NotOwner() implements DeleteOutcome {}
    }
}
