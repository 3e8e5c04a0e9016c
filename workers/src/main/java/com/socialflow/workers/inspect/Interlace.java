package com.socialflow.workers.inspect;

import java.util.Set;
import java.util.regex.Pattern;

/** What the {@code idet} filter saw. */
record Interlace(long interlacedFrames, long progressiveFrames) {

    private static final Set<String> INTERLACED_ORDERS = Set.of("tt", "bb", "tb", "bt");

    /** A source that says it is interlaced is believed unless nearly all frames look whole. */
    private static final double PROGRESSIVE_SHARE = 0.9;

    /** A source that does not say is not believed to be interlaced on a few combed frames: text can look combed. */
    private static final double INTERLACED_SHARE = 0.6;

    private static final Pattern COUNTS =
            Pattern.compile("Multi frame detection: TFF:\\s*(\\d+) BFF:\\s*(\\d+) Progressive:\\s*(\\d+)");

    static Interlace of(String messages) {
        var found = COUNTS.matcher(messages);
        long interlaced = 0;
        long progressive = 0;
        while (found.find()) {
            interlaced = Long.parseLong(found.group(1)) + Long.parseLong(found.group(2));
            progressive = Long.parseLong(found.group(3));
        }
        return new Interlace(interlaced, progressive);
    }

    /** Whether to deinterlace a source whose header says {@code fieldOrder}. */
    boolean interlaced(String fieldOrder) {
        if (fieldOrder.equals("progressive")) return false;
        long decided = interlacedFrames + progressiveFrames;
        if (INTERLACED_ORDERS.contains(fieldOrder)) {
            return decided == 0 || progressiveFrames < PROGRESSIVE_SHARE * decided;
        }
        return interlacedFrames > INTERLACED_SHARE * Math.max(decided, 1);
    }
}
