package com.socialflow.workers.encode;

import com.socialflow.workers.inspect.MediaFacts;
import com.socialflow.workers.ladder.Chunk;
import com.socialflow.workers.ladder.FrameGrid;

/**
 * Where to begin to read for a chunk, and when its first frame is due. Reading begins early, all that
 * is decoded goes into the graph, and the grid drops what lies before the chunk: so a chunk holds the very frames that
 * a run over the whole source would have there, also when frames come at no constant rate.
 *
 * @param seekSeconds after the source's earliest time; 0 is no seek at all
 * @param gridStartSeconds when the chunk's first frame is due, on the source's own clock
 */
record Seek(double seekSeconds, double gridStartSeconds) {

    /** Covers the reordering of frames, and the broken leading frames of an open group of pictures. */
    private static final double INDEXED_LEAD = 0.5;

    /** Without an index, a seek lands anywhere before the time, and decoding begins at the next keyframe. */
    private static final double UNINDEXED_LEAD = 12;

    static Seek to(Chunk chunk, FrameGrid grid, MediaFacts facts) {
        // A chunk beyond the picture's end repeats the last frame, which must not be dropped as lying before it.
        double lastFrame = facts.video().endSeconds() - grid.rate().seconds(1);
        double due = Math.min(facts.originSeconds() + grid.rate().seconds(chunk.firstFrame()), lastFrame);
        double lead = facts.seeksToKeyframes() ? INDEXED_LEAD : UNINDEXED_LEAD;
        double seek = chunk.firstFrame() == 0 ? 0 : Math.max(0, due - lead);
        double rounded = Math.floor(seek * 1000) / 1000; // as it is written on the command line
        return new Seek(rounded, facts.clockSeconds() + due);
    }
}
