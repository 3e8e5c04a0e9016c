package com.socialflow.viewcount.videos;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.socialflow.core.VideoId;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What is known of videos, asked seldom and kept for a while. */
@Component
public class VideoFacts {

    /** A video that became private, or whose length is known now, is known as that within this time. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** While the video service is away, what was known before this time still counts. */
    private static final Duration STALE_MAX = Duration.ofHours(1);

    /** About 20 MB. */
    private static final int KEPT_MAX = 100_000;

    private record Dated(VideoFact fact, long atMillis) {}

    private final FactsClient client;
    private final Clock clock;
    private final Cache<VideoId, Dated> kept;

    VideoFacts(FactsClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.kept = Caffeine.newBuilder()
                .maximumSize(KEPT_MAX)
                .expireAfterWrite(STALE_MAX)
                .ticker(ticker)
                .build();
    }

    /** A fact of each; none waits for longer than one call does. */
    public Map<VideoId, VideoFact> of(Collection<VideoId> videos) {
        var found = new HashMap<VideoId, VideoFact>();
        var wanted = new HashSet<VideoId>();
        var freshFrom = clock.millis() - KEPT.toMillis();
        for (var video : videos) {
            var known = kept.getIfPresent(video);
            found.put(video, known == null ? new VideoFact.Unknown() : known.fact());
            if (known == null || known.atMillis() < freshFrom) {
                wanted.add(video);
            }
        }
        if (!wanted.isEmpty()) {
            ask(wanted, found);
        }
        return found;
    }

    private void ask(Collection<VideoId> wanted, Map<VideoId, VideoFact> found) {
        client.find(wanted).ifPresent(facts -> {
            var now = clock.millis();
            facts.forEach((video, fact) -> {
                found.put(video, fact);
                if (fact instanceof VideoFact.Missing) {
                    // It may be about to be made; and whoever guesses ids fills nothing.
                    kept.invalidate(video);
                } else {
                    kept.put(video, new Dated(fact, now));
                }
            });
        });
    }
}
