package com.socialflow.workers.ladder;

import static com.socialflow.core.Require.require;

import com.socialflow.workers.inspect.FrameRate;
import com.socialflow.workers.inspect.MediaFacts;

/**
 * The constant grid of frames that a source is brought to. All renditions, chunks and segments are counted in its
 * frames, so that they fit together to the tick.
 *
 * @param rate frames a second
 * @param frames how many there are
 */
public record FrameGrid(FrameRate rate, long frames) {

    /** A seek in a player lands on a keyframe, at most this far away. */
    private static final double GOP_SECONDS = 2;

    private static final int GOPS_PER_SEGMENT = 2;

    /** Fine enough for any rate's frame to last a whole number of ticks. */
    private static final int TIMESCALE_MIN = 1000;

    public FrameGrid {
        require(frames > 0, "no frames");
    }

    public static FrameGrid of(MediaFacts facts) {
        var rate = GridRate.of(facts.video());
        return new FrameGrid(rate, Math.max(1, Math.round(facts.durationSeconds() * rate.perSecond())));
    }

    /** Frames from keyframe to keyframe. */
    public int gopFrames() {
        return Math.max(1, (int) Math.round(GOP_SECONDS * rate.perSecond()));
    }

    /** Frames of a segment; the last one may have fewer. */
    public int segmentFrames() {
        return GOPS_PER_SEGMENT * gopFrames();
    }

    public int segments() {
        return Math.toIntExact((frames + segmentFrames() - 1) / segmentFrames());
    }

    public double durationSeconds() {
        return rate.seconds(frames);
    }

    /** What a segment lasts, in seconds; the last one may be shorter. */
    public double segmentSeconds() {
        return rate.seconds(segmentFrames());
    }

    /** Ticks a second of the renditions' clock: chosen so that {@link #frameTicks} is exact. */
    public int timescale() {
        return rate.numerator() < TIMESCALE_MIN ? rate.numerator() * TIMESCALE_MIN : rate.numerator();
    }

    /** Ticks that one frame lasts. */
    public int frameTicks() {
        return timescale() / rate.numerator() * rate.denominator();
    }
}
