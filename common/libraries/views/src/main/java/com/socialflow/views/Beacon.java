package com.socialflow.views;

import static com.socialflow.core.Require.require;

import com.socialflow.core.VideoId;
import org.jspecify.annotations.Nullable;

/**
 * One part of a play, as a player told it, with what the server knew: an entry of the log.
 *
 * @param sequence the player's number of the part; from {@link #SEQUENCE_HASHED} on a hash of what was told
 */
public record Beacon(
        VideoId video,
        Session session,
        long sequence,
        Moment moment,
        Part part,
        Source source,
        Viewer viewer,
        Client client,
        Content content,
        @Nullable Quality quality) {

    /** Numbers from here on are hashes, and say nothing of the order. */
    public static final long SEQUENCE_HASHED = 1L << 32;

    private static final long HOUR_MILLIS = 3_600_000;

    public Beacon {
        require(sequence >= 0, "a part has a number from 0 on");
        require(part.intervals().length % 2 == 0, "an interval has two ends");
    }

    /** The number that stands in for one that the player did not give: the same for the same content. */
    public static long hashedSequence(Part part, long elapsedMillis) {
        var hash = Longs.mix(elapsedMillis ^ 0x9e3779b97f4a7c15L);
        for (var end : part.intervals()) {
            hash = Longs.mix(hash * 31 + end);
        }
        hash = Longs.mix(hash * 31 + part.positionMillis());
        return SEQUENCE_HASHED + (hash >>> 2);
    }

    /** The hour since the session's begin, from 0: a session has one view in each. Always 0 without a clock. */
    public int hour() {
        return moment.elapsedMillis() == Moment.NO_CLOCK ? 0 : (int) (moment.elapsedMillis() / HOUR_MILLIS);
    }

    /** What the session's watch of the video in this hour is kept under. */
    public WatchKey watch() {
        return new WatchKey(video, session, hour());
    }
}
