package com.socialflow.social.timelines;

/** A stretch of a timeline, both ends left out: from positions before one down to positions after the other. */
record Reach(long before, long after) {

    static final Reach ALL = new Reach(Long.MAX_VALUE, 0);

    boolean isEmpty() {
        return before - 1 <= after;
    }
}
