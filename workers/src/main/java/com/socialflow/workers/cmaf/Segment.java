package com.socialflow.workers.cmaf;

import static com.socialflow.core.Require.require;

/**
 * One stored segment of a rendition.
 *
 * @param number counted from 0 over the whole rendition, chunks notwithstanding
 * @param startTicks when it begins, on the rendition's clock
 * @param durationTicks how long it plays
 * @param bytes its size
 */
public record Segment(int number, long startTicks, long durationTicks, long bytes) {

    public Segment {
        require(number >= 0 && startTicks >= 0 && durationTicks > 0 && bytes > 0, "not a segment");
    }

    public long endTicks() {
        return startTicks + durationTicks;
    }
}
