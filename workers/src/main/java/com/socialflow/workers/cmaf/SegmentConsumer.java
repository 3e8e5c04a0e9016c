package com.socialflow.workers.cmaf;

import java.io.IOException;
import java.nio.file.Path;

/** Takes what a {@link Segmenter} cuts. What it throws ends the run. */
public interface SegmentConsumer {

    /** The rendition's header, before any segment; once a run. */
    void init(InitSegment init) throws IOException, InterruptedException;

    /** A segment in a file, which is gone when this returns. */
    void segment(Segment segment, Path file) throws IOException, InterruptedException;
}
