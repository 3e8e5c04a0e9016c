package com.socialflow.workers.encode;

import com.socialflow.workers.cmaf.InitSegment;
import com.socialflow.workers.cmaf.Segment;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Takes what an encoding makes, on the thread that called the encoder. What it throws ends the encoding.
 *
 * <p>Segments of one rendition come in order; a chunk that is encoded again hands over equal numbers and times again.
 */
public interface RenditionConsumer {

    /**
     * A rendition's header, before its first segment; once for every chunk, and each {@link InitSegment#fits} the
     * others.
     */
    void init(String rendition, InitSegment init) throws IOException, InterruptedException;

    /** A finished segment in a file, which is gone when this returns. */
    void segment(String rendition, Segment segment, Path file) throws IOException, InterruptedException;

    /** How much of this encoding is done, 0 to 1. Called often. */
    default void progress(double done) throws IOException, InterruptedException {}
}
