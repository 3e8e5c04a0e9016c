package com.socialflow.social.homes;

import java.util.List;

/**
 * What Redis holds of somebody's home timeline. More than belongs there, perhaps; nothing is missing between its newest
 * and its oldest entry but what is still being delivered and what comes from people whose posts are fetched.
 *
 * @param entries the newest first
 * @param complete there is nothing older than the last one
 * @param deliveredMillis all that was published before this time has been delivered; 0 when that is not known
 */
public record ReadyHome(State state, List<HomeEntry> entries, boolean complete, long deliveredMillis) {

    /** Whether there is something to read. */
    public enum State {
        READY,
        /** Somebody builds it. */
        BUILDING,
        MISSING,
        /** Redis is away. */
        AWAY
    }

    static final ReadyHome AWAY = new ReadyHome(State.AWAY, List.of(), false, 0);

    public ReadyHome {
        entries = List.copyOf(entries);
    }
}
