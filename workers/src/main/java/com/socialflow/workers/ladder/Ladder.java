package com.socialflow.workers.ladder;

import com.socialflow.workers.inspect.FrameRate;
import com.socialflow.workers.inspect.VideoFacts;
import java.util.ArrayList;
import java.util.List;

/** The sizes that a source is offered in, smallest first: never larger than itself, at least one. */
public final class Ladder {

    /** A short side and the bits that 16:9 at up to 30 frames a second is worth there. */
    private record Step(int shortSide, int bitrate) {}

    private static final List<Step> STEPS = List.of(
            new Step(360, 800_000),
            new Step(480, 1_400_000),
            new Step(720, 2_800_000),
            new Step(1080, 5_000_000),
            new Step(1440, 10_000_000),
            new Step(2160, 18_000_000));

    /** Twice the frames need half as many bits more: they differ less from one another. */
    private static final double FAST_FACTOR = 1.5;

    private static final double SLOW_RATE_MAX = 31;

    /** Decoders in hardware, and H.264 level 5.2, end here. */
    private static final int LONG_SIDE_MAX = 4096;

    /** A source this much larger than the largest step below it is offered in its own size too. */
    private static final double OWN_SIZE_FACTOR = 1.15;

    /** The power of the short side that bits grow with; 2 would be the area. */
    private static final double DETAIL = 1.5;

    /** Less is not worth saving. */
    private static final double BITRATE_MIN = 150_000;

    private static final double NOMINAL_ASPECT = 16.0 / 9;

    private Ladder() {}

    public static List<Rung> of(VideoFacts video, FrameRate rate) {
        double fit = Math.min(1, (double) LONG_SIDE_MAX / video.longSide());
        int largest = floorEven(video.shortSide() * fit);
        int tallest = STEPS.getLast().shortSide();

        var rungs = new ArrayList<Rung>();
        for (var step : STEPS) {
            if (step.shortSide() <= largest) {
                rungs.add(rung(video, step.shortSide(), rate));
            }
        }
        int below = rungs.isEmpty() ? 0 : shortSide(rungs.getLast());
        if (below < tallest && largest > below * OWN_SIZE_FACTOR) {
            rungs.add(rung(video, largest, rate));
        }
        return List.copyOf(rungs);
    }

    private static Rung rung(VideoFacts video, int shortSide, FrameRate rate) {
        int longest = Math.min(LONG_SIDE_MAX, floorEven(video.longSide()));
        int longSide = Math.min(longest, nearestEven((double) shortSide * video.longSide() / video.shortSide()));
        boolean portrait = video.height() > video.width();
        double side = Math.sqrt(shortSide * longSide / NOMINAL_ASPECT);
        double fast = rate.perSecond() > SLOW_RATE_MAX ? FAST_FACTOR : 1;
        int bitrate = (int) (nominalBitrate(side) * fast);
        return new Rung(shortSide + "p", portrait ? shortSide : longSide, portrait ? longSide : shortSide, bitrate);
    }

    private static int shortSide(Rung rung) {
        return Math.min(rung.width(), rung.height());
    }

    /**
     * What a 16:9 picture of this short side is worth. Between steps and below the first, bits grow slower than the
     * area, as small pictures have finer detail.
     */
    private static double nominalBitrate(double side) {
        var above = STEPS.stream()
                .filter(step -> step.shortSide() > side - 1)
                .findFirst()
                .orElse(STEPS.getLast());
        return Math.max(BITRATE_MIN, above.bitrate() * Math.pow(Math.min(1, side / above.shortSide()), DETAIL));
    }

    private static int floorEven(double side) {
        return Math.max(2, (int) (side + 1e-6) / 2 * 2);
    }

    private static int nearestEven(double side) {
        return Math.max(2, (int) Math.round(side / 2) * 2);
    }
}
