package com.socialflow.social.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.proto.video.v1.Card;
import com.socialflow.social.videos.KnownVideo.Seen;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who owns a video and who may know of it, as the video service told by events. It is asked once of a video of which it
 * told nothing yet. Not inside a transaction: it may have to call.
 */
@Component
public class KnownVideos {

    private final KnownVideoStore store;
    private final CardsClient cards;

    KnownVideos(KnownVideoStore store, CardsClient cards) {
        this.store = store;
        this.cards = cards;
    }

    /** The video, unless there is none, or it is hidden from the viewer, or nobody can be asked now. */
    public Optional<KnownVideo> find(VideoId id, Optional<AccountId> viewer) {
        var known = store.find(id);
        return known.isPresent() ? known.filter(video -> video.seenBy(viewer)) : ask(id, viewer);
    }

    /** What is stored of the videos, seen by whomever. */
    Map<VideoId, KnownVideo> stored(Collection<VideoId> videos) {
        return store.find(videos).stream().collect(Collectors.toMap(KnownVideo::id, Function.identity()));
    }

    private Optional<KnownVideo> ask(VideoId id, Optional<AccountId> viewer) {
        var found = cards.find(List.of(id), viewer).orElse(List.of()).stream()
                .map(KnownVideos::video)
                .findAny();
        found.ifPresent(store::putIfUnknown);
        return found;
    }

    private static KnownVideo video(Card card) {
        return new KnownVideo(
                new VideoId(card.getVideo()),
                new AccountId(card.getOwner()),
                card.getTitle(),
                Seen.valueOf(card.getVisibility().toUpperCase(Locale.ROOT)),
                // Until an event tells it, which announces the video.
                false);
    }
}
