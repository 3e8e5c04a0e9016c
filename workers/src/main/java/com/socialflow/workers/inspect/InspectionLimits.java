package com.socialflow.workers.inspect;

import static com.socialflow.core.Require.require;

import java.time.Duration;

/**
 * How much a source may ask for.
 *
 * @param durationMax how long it may play
 * @param sideMin the shortest side allowed, in pixels: below, nothing can be seen and encoders give up
 * @param sideMax the longest side allowed, in pixels
 * @param pixelsMax the largest picture allowed: what one decoded frame costs in memory follows from it
 */
public record InspectionLimits(Duration durationMax, int sideMin, int sideMax, long pixelsMax) {

    /** Half a day, in 8K. */
    public static final InspectionLimits DEFAULT =
            new InspectionLimits(Duration.ofHours(12), 16, 8192, Demuxers.PIXELS_MAX);

    public InspectionLimits {
        require(durationMax.isPositive(), "a video needs time");
        require(sideMin >= 16 && sideMin <= sideMax, "sides from %d to %d make no sense", sideMin, sideMax);
        require(pixelsMax <= Demuxers.PIXELS_MAX, "decoders stop at %d pixels", Demuxers.PIXELS_MAX);
    }
}
