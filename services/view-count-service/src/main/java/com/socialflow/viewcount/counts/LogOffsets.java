package com.socialflow.viewcount.counts;

import java.time.Instant;
import java.util.Map;

/** Where the log of beacons begins and ends. */
interface LogOffsets {

    /** By partition the offset that the next beacon will get. */
    Map<Integer, Long> ends();

    /** The offset of the partition's first beacon that was received at this time or later; its end if none was. */
    long firstSince(int partition, Instant time);
}
