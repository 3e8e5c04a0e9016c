package com.socialflow.viewcount.stats;

import static java.util.Objects.requireNonNull;

import com.socialflow.core.VideoId;
import com.socialflow.viewcount.counts.Hours;
import com.socialflow.viewcount.counts.OpenCounts;
import com.socialflow.viewcount.counts.OpenCounts.Open;
import com.socialflow.viewcount.ledger.Ledger;
import com.socialflow.viewcount.ledger.Total;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * A video's numbers: those of closed hours from the ledger, those of open ones from Redis. While Redis is away, or was
 * emptied and counts again, the ledger's are shown and marked as stale: too low rather than none.
 */
@Component
class Numbers {

    private static final Logger log = LoggerFactory.getLogger(Numbers.class);

    private final OpenCounts open;
    private final Ledger ledger;

    Numbers(OpenCounts open, Ledger ledger) {
        this.open = open;
        this.ledger = ledger;
    }

    Stats of(VideoId video) {
        return requireNonNull(of(List.of(video)).get(video));
    }

    /** Of each of the videos, at most {@link OpenCounts#VIDEOS_MAX}. */
    Map<VideoId, Stats> of(Collection<VideoId> videos) {
        // Redis first: what it forgets in between is in the ledger then.
        var counted = counted(videos);
        var totals = ledger.totals(videos);
        var found = new HashMap<VideoId, Stats>();
        for (var video : videos) {
            var total = totals.getOrDefault(video, Total.none(video));
            found.put(
                    video,
                    counted.map(redis ->
                                    both(total, requireNonNull(redis.videos().get(video)), redis.behind()))
                            .orElseGet(() -> closed(total)));
        }
        return found;
    }

    private Optional<OpenCounts.Found> counted(Collection<VideoId> videos) {
        try {
            return Optional.of(open.of(videos));
        } catch (DataAccessResourceFailureException e) {
            log.debug("numbers come from the ledger alone: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Stats both(Total total, Open open, boolean behind) {
        var last = open.last();
        return new Stats(
                total.tally().plus(open.since(total.through())),
                open.uniqueViewers() == 0 ? total.uniqueViewers() : open.uniqueViewers(),
                open.liveViewers(),
                last != null || total.through() == 0 ? last : Hours.begin(total.through()),
                behind);
    }

    private static Stats closed(Total total) {
        var updated = total.through() == 0 ? null : Hours.begin(total.through());
        return new Stats(total.tally(), total.uniqueViewers(), 0, updated, true);
    }
}
