package com.socialflow.workers.playlist;

/** Sound is cut at its own fragments, so a segment of it may last longer than meant. */
final class SegmentSlack {

    /** The longest fragment of sound. */
    static final double SECONDS = 0.41;

    private SegmentSlack() {}
}
