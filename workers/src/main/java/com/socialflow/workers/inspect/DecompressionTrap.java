package com.socialflow.workers.inspect;

import org.jspecify.annotations.Nullable;

/**
 * Small files that ask for endless work: a few bytes that repeat one picture for hours.
 *
 * <p>An hour of 1080p that never moves takes an encoder about 1 byte for 70,000 pixels. A file is refused when it
 * holds much more than that <em>and</em> the work is more than an honest hour's.
 */
final class DecompressionTrap {

    /** About an hour of 1080p at 30 frames a second. */
    private static final double HONEST_PIXELS = 220e9;

    private static final double PIXELS_PER_BYTE_MAX = 250_000;

    /** Output has no fewer frames a second than this, and no more than that. */
    private static final double OUTPUT_RATE_MIN = 5;

    private static final double OUTPUT_RATE_MAX = 60;

    private DecompressionTrap() {}

    /** Why the source is one; null when it is not. */
    static @Nullable String find(MediaFacts facts, long frames) {
        var video = facts.video();
        double rate = Math.clamp(video.averageRate().perSecond(), OUTPUT_RATE_MIN, OUTPUT_RATE_MAX);
        double worked = Math.max((double) frames, facts.durationSeconds() * rate);
        double pixels = worked * video.codedWidth() * video.codedHeight();
        if (pixels <= HONEST_PIXELS || pixels <= PIXELS_PER_BYTE_MAX * facts.sizeBytes()) return null;
        return String.format("%.0f pixels out of %d bytes", pixels, facts.sizeBytes());
    }
}
