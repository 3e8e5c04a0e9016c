package com.socialflow.viewcount.stats;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.socialflow.core.AccountId;
import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permits;
import com.socialflow.platform.policy.Resource;
import com.socialflow.proto.video.v1.Card;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may see a video's numbers: whoever may see it. The video service is asked; what everybody may see is kept. */
@Component
class Audience {

    /** A video that became private ends to be shown within this time. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    /** About 1 MB. */
    private static final int KEPT_MAX = 10_000;

    private final CardClient cards;
    private final Permits permits;
    private final Cache<VideoId, AccountId> owners =
            Caffeine.newBuilder().maximumSize(KEPT_MAX).expireAfterWrite(KEPT).build();

    Audience(CardClient cards, Permits permits) {
        this.cards = cards;
        this.permits = permits;
    }

    /**
     * Whether the viewer learns the reasons of rejected views as well; empty when the viewer may not see the video.
     *
     * @throws Problem 503 {@code videos-away}
     */
    Optional<Boolean> seesReasons(VideoId video, Optional<Actor> viewer) {
        return owner(video, viewer)
                .map(owner -> permits.allows(
                        viewer,
                        "stats.read-rejected",
                        Resource.of("Video", video).with("owner", owner)));
    }

    private Optional<AccountId> owner(VideoId video, Optional<Actor> viewer) {
        var kept = owners.getIfPresent(video);
        if (kept != null) {
            return Optional.of(kept);
        }
        return cards.find(video, viewer.map(Actor::account)).map(card -> keep(video, card));
    }

    private AccountId keep(VideoId video, Card card) {
        var owner = new AccountId(card.getOwner());
        if (!card.getVisibility().equals("private")) {
            owners.put(video, owner);
        }
        return owner;
    }
}
