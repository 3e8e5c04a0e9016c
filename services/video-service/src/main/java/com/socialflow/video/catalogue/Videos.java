package com.socialflow.video.catalogue;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.core.Ids;
import com.socialflow.core.Page;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.video.access.VideoAccess;
import com.socialflow.video.playback.PlaybackAccess;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with videos: draft, find, list, edit. */
@Component
class Videos {

    /** Drafts without a source that one person may keep: far more than anyone prepares, and no way to fill a disk. */
    static final int DRAFTS_MAX = 10_000;

    private final VideoStore store;
    private final Ids ids;
    private final VideoAccess access;
    private final PlaybackAccess playback;
    private final Publications publications;

    Videos(VideoStore store, Ids ids, VideoAccess access, PlaybackAccess playback, Publications publications) {
        this.store = store;
        this.ids = ids;
        this.access = access;
        this.playback = playback;
        this.publications = publications;
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
    Optional<Video> find(VideoId id, Optional<Actor> viewer) {
        return store.find(id).filter(video -> visible(video, viewer));
    }

    /** Whether it is not hidden from the viewer. */
    boolean visible(Video video, Optional<Actor> viewer) {
        return access.mayRead(viewer, video.subject());
    }

    /** Public and playable videos, the newest first. */
    Page<Video> recent(Cursor after, int limit) {
        var rows = store.recent(after.positionOr(Long.MAX_VALUE), limit + 1);
        return Page.cut(rows, limit, Video::order);
    }

    /** A person's videos, the newest first: everything for themselves, what is public and playable for others. */
    Page<Video> of(AccountId owner, Optional<Actor> viewer, Cursor after, int limit) {
        var before = after.positionOr(Long.MAX_VALUE);
        if (access.mayListAll(viewer, owner)) {
            return Page.cut(
                    store.allOf(owner, before, limit + 1),
                    limit,
                    video -> video.id().value());
        }
        return Page.cut(store.recentOf(owner, before, limit + 1), limit, Video::order);
    }

    /** Those of the videos that there are, whoever may see them: for what is shown to nobody. */
    List<Video> findAll(Collection<VideoId> videos) {
        return store.find(videos);
    }

    /** Those of the videos that are not hidden from the viewer; whoever is not signed in is empty. */
    List<Video> find(Collection<VideoId> videos, Optional<AccountId> viewer) {
        return store.find(videos).stream()
                .filter(video -> access.mayBeShown(viewer, video.subject()))
                .toList();
    }

    /**
     * Changes what the owner says of a video.
     *
     * @param expected the version that the change was made against, when the client named one
     * @param change of the present details; what it throws leaves the video as it is
     */
    @Transactional
    EditOutcome edit(VideoId id, Actor actor, OptionalLong expected, UnaryOperator<Details> change) {
        var video = store.findForUpdate(id).orElse(null);
        if (video == null) {
            return new EditOutcome.NotFound();
        }
        return switch (access.of(actor, "video.edit", video.subject())) {
            case HIDDEN -> new EditOutcome.NotFound();
            case REFUSED -> new EditOutcome.Refused();
            case ALLOWED -> edit(video, expected, change);
        };
    }

    private EditOutcome edit(Video video, OptionalLong expected, UnaryOperator<Details> change) {
        if (expected.isPresent() && expected.getAsLong() != video.version()) {
            return new EditOutcome.ChangedMeanwhile();
        }
        var before = video.details();
        var after = change.apply(before);
        if (after.equals(before)) {
            return new EditOutcome.Edited(video);
        }
        var id = video.id();
        store.edit(id, after, after.visibility() != before.visibility());
        playback.changed(id);
        return new EditOutcome.Edited(publications.changed(video));
    }

    sealed interface EditOutcome {
        record Edited(Video video) implements EditOutcome {}

        record NotFound() implements EditOutcome {}

        record Refused() implements EditOutcome {}

        record ChangedMeanwhile() implements EditOutcome {}
    }
}
