package com.socialflow.analytics.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.proto.video.v1.Card;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whose a video is, as events told. The video service is asked once of one of which it told nothing yet, such as a
 * draft. Not inside a transaction: it may have to call.
 */
@Component
public class OwnedVideos {

    private final OwnedVideoStore store;
    private final CardsClient cards;

    OwnedVideos(OwnedVideoStore store, CardsClient cards) {
        this.store = store;
        this.cards = cards;
    }

    /** The video, unless there is none, or the viewer may not know of it, or nobody can be asked now. */
    public Optional<OwnedVideo> find(VideoId id, AccountId viewer) {
        return find(List.of(id), viewer).stream().findAny();
    }

    /** Those of the videos that are known, or that the video service shows to the viewer. */
    public List<OwnedVideo> find(List<VideoId> ids, AccountId viewer) {
        var known = store.find(ids);
        if (known.size() == ids.size()) {
            return known;
        }
        var missing = ids.stream()
                .filter(id -> known.stream().noneMatch(video -> video.id().equals(id)))
                .toList();
        var answered = cards.find(missing, Optional.of(viewer));
        if (answered.isEmpty()) {
            return known;
        }
        answered.forEach(this::keep);
        return store.find(ids);
    }

    /** The newest videos of a person, of which events told. */
    public List<OwnedVideo> newestOf(AccountId owner, int limit) {
        return store.newestOf(owner, limit);
    }

    private void keep(Card card) {
        store.putIfUnknown(
                new VideoId(card.getVideo()),
                new AccountId(card.getOwner()),
                card.getTitle(),
                card.getPublishedAt() == 0 ? null : Instant.ofEpochSecond(card.getPublishedAt()));
    }
}
