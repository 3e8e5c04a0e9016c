package com.socialflow.views.population;

import com.socialflow.views.Beacon;
import com.socialflow.views.WatchKey;
import java.util.List;

/**
 * One session on one video, never longer than an hour.
 *
 * @param counts whether this should be a valid view
 * @param beacons in the order of their numbers
 */
public record Visit(Kind kind, boolean counts, List<Beacon> beacons) {

    public Visit {
        beacons = List.copyOf(beacons);
    }

    /** What it is kept under. */
    public WatchKey key() {
        return beacons.getFirst().watch();
    }
}
