package com.socialflow.viewcount.counts;

import static com.socialflow.core.Require.require;

import com.socialflow.core.VideoId;
import com.socialflow.viewcount.ledger.Tally;
import com.socialflow.views.Presence;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What Redis has counted of hours that are not in the ledger, and who watches now. */
@Component
public class OpenCounts {

    /** A session that was heard of within this time is watching. */
    public static final Duration LIVE = Presence.WINDOW;

    /** Bounds one pipeline. */
    public static final int VIDEOS_MAX = 1_000;

    private static final String LAST = "at";

    private final CountRedis redis;
    private final Clock clock;

    OpenCounts(CountRedis redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * What is counted of a video.
     *
     * @param hours counts by hour; some of them may be in the ledger too
     * @param uniqueViewers of all time; 0 when Redis does not know
     * @param last when the newest counted beacon was received
     */
    public record Open(
            Map<Long, Tally> hours,
            long uniqueViewers,
            long liveViewers,
            @Nullable Instant last) {

        /** All hours from this one on. */
        public Tally since(long hour) {
            return hours.entrySet().stream()
                    .filter(entry -> entry.getKey() >= hour)
                    .map(Map.Entry::getValue)
                    .reduce(Tally.NONE, Tally::plus);
        }
    }

    /**
     * Counts of some videos.
     *
     * @param behind Redis was emptied and the log is not all counted again
     */
    public record Found(boolean behind, Map<VideoId, Open> videos) {}

    /**
     * All in one round trip.
     *
     * @throws org.springframework.dao.DataAccessResourceFailureException when Redis is away
     */
    public Found of(Collection<VideoId> videos) {
        require(videos.size() <= VIDEOS_MAX, "at most %d videos at once", VIDEOS_MAX);
        var commands = redis.commands();
        var keys = redis.keys();
        var positions = commands.hgetall(keys.positions());
        var since = Range.from(
                Boundary.including((double) clock.instant().minus(LIVE).toEpochMilli()), Boundary.<Double>unbounded());
        var asked = List.copyOf(videos);
        var cells =
                asked.stream().map(video -> commands.hgetall(keys.cells(video))).toList();
        var viewers = asked.stream()
                .map(video -> commands.pfcount(keys.viewers(video)))
                .toList();
        var live = asked.stream()
                .map(video -> commands.zcount(keys.live(video), since))
                .toList();
        var behind = CountRedis.positions(redis.wait(positions)).behind();
        var found = new HashMap<VideoId, Open>();
        for (var i = 0; i < asked.size(); i++) {
            found.put(
                    asked.get(i), open(redis.wait(cells.get(i)), redis.wait(viewers.get(i)), redis.wait(live.get(i))));
        }
        return new Found(behind, found);
    }

    private static Open open(Map<byte[], byte[]> fields, long viewers, long live) {
        var hours = new HashMap<Long, Cells>();
        Instant last = null;
        for (var field : fields.entrySet()) {
            var name = CountRedis.text(field.getKey());
            var value = Long.parseLong(CountRedis.text(field.getValue()));
            if (name.equals(LAST)) {
                last = Instant.ofEpochMilli(value);
            } else {
                var colon = name.indexOf(':');
                hours.computeIfAbsent(Long.parseLong(name.substring(0, colon)), _ -> new Cells())
                        .add(name.substring(colon + 1), value);
            }
        }
        var tallies = new HashMap<Long, Tally>();
        hours.forEach((hour, counted) -> tallies.put(hour, counted.sum()));
        return new Open(tallies, viewers, live, last);
    }
}
