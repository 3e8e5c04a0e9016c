package com.socialflow.viewcount.ledger;

import static com.socialflow.core.Require.require;

import com.socialflow.core.VideoId;

/**
 * A video's numbers of an hour that nothing changes any more, and its sketch of viewers as Redis writes it; of no bytes
 * when there were none.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Closed(VideoId video, Tally tally, byte[] sketch) {

    /** Redis' dense form of a sketch and its header. */
    private static final int SKETCH_MAX = 13_000;

    public Closed {
        require(sketch.length <= SKETCH_MAX, "a sketch has at most %d bytes", SKETCH_MAX);
    }
}
