package com.socialflow.workers.cmaf;

import static com.socialflow.core.Require.require;

/**
 * Where a run's output is cut into segments, and where these belong in the rendition.
 *
 * @param firstSegment the number of the run's first segment
 * @param firstTick where the run begins on the rendition's clock
 * @param segmentTicks a segment begins at the first fragment at or after each multiple of this
 */
public record Cut(int firstSegment, long firstTick, long segmentTicks) {

    public Cut {
        require(firstSegment >= 0 && firstTick >= 0 && segmentTicks > 0, "no cut");
    }
}
