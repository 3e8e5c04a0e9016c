package com.socialflow.views;

import java.time.Duration;

/** Who is watching at a moment: whoever was heard of within this time. What is live and what is counted agree on it. */
public final class Presence {

    /** Players tell every ten seconds: one that missed two of them is gone. */
    public static final Duration WINDOW = Duration.ofSeconds(30);

    private Presence() {}

    /** The window of the clock that has this moment in it: windows are numbered from 1970 on. */
    public static long window(long millis) {
        return Math.floorDiv(millis, WINDOW.toMillis());
    }

    /** Milliseconds since 1970 at which the window begins. */
    public static long begin(long window) {
        return window * WINDOW.toMillis();
    }
}
