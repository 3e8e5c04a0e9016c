package com.socialflow.workers.ladder;

import static com.socialflow.core.Require.require;

/**
 * A stretch of the frame grid that one run encodes: whole segments, so that chunks are independent of one another.
 *
 * @param index counted from 0
 * @param firstFrame on the grid
 * @param frames how many
 * @param firstSegment the number of its first segment in the rendition
 */
public record Chunk(int index, long firstFrame, long frames, int firstSegment) {

    public Chunk {
        require(index >= 0 && firstFrame >= 0 && frames > 0, "an empty chunk");
    }
}
