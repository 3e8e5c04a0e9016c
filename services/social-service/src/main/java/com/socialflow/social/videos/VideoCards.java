package com.socialflow.social.videos;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.proto.video.v1.Card;
import com.socialflow.social.videos.KnownVideo.Seen;
import com.socialflow.social.views.Completions;
import com.socialflow.social.views.VideoCard;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Videos beside posts. Cards of public ones are kept for a short while; of all others the video service is asked each
 * time who may see them. While it is away, public ones are shown with what is known here. Not inside a transaction.
 */
@Component
public class VideoCards implements Completions.Videos {

    /** A new title shows within this time, and a video that became private ends to be shown. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** About 4 MB. */
    private static final int KEPT_MAX = 10_000;

    private final CardsClient cards;
    private final KnownVideos known;
    private final Cache<VideoId, VideoCard> kept =
            Caffeine.newBuilder().maximumSize(KEPT_MAX).expireAfterWrite(KEPT).build();

    VideoCards(CardsClient cards, KnownVideos known) {
        this.cards = cards;
        this.known = known;
    }

    @Override
    public Map<VideoId, VideoCard> of(Collection<VideoId> videos, Optional<AccountId> viewer) {
        var found = new HashMap<VideoId, VideoCard>(kept.getAllPresent(videos));
        var missing = videos.stream().filter(id -> !found.containsKey(id)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            var answer = cards.find(missing, viewer);
            if (answer.isPresent()) {
                answer.get().forEach(card -> found.put(new VideoId(card.getVideo()), keep(card)));
            } else {
                found.putAll(asStored(missing));
            }
        }
        return found;
    }

    /** What was told of the video is another thing from now on. */
    void changed(VideoId video) {
        kept.invalidate(video);
    }

    private VideoCard keep(Card card) {
        var id = new VideoId(card.getVideo());
        var shown = new VideoCard(
                id,
                card.getTitle(),
                card.getDurationSeconds() == 0 ? null : card.getDurationSeconds(),
                card.getPoster().isEmpty() ? null : card.getPoster(),
                new AccountId(card.getOwner()));
        if (card.getVisibility().equals("public")) {
            kept.put(id, shown);
        }
        return shown;
    }

    private Map<VideoId, VideoCard> asStored(Collection<VideoId> videos) {
        var found = new HashMap<VideoId, VideoCard>();
        known.stored(videos).forEach((id, video) -> {
            if (video.visibility() == Seen.PUBLIC) {
                found.put(id, new VideoCard(id, video.title(), null, null, video.owner()));
            }
        });
        return found;
    }
}
