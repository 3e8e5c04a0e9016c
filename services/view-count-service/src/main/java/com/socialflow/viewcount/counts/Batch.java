package com.socialflow.viewcount.counts;

import com.socialflow.views.Beacon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Beacons that are counted together.
 *
 * @param stretches of the log, by partition
 */
record Batch(SortedMap<Integer, Stretch> stretches) {

    /**
     * Part of a partition.
     *
     * @param begin the offset at which it begins
     * @param next the offset that follows
     */
    record Stretch(long begin, long next, List<Beacon> beacons) {

        Stretch {
            beacons = List.copyOf(beacons);
        }
    }

    Batch {
        stretches = new TreeMap<>(stretches);
    }

    static Batch of(int partition, Stretch stretch) {
        return new Batch(new TreeMap<>(Map.of(partition, stretch)));
    }

    List<Beacon> beacons() {
        var all = new ArrayList<Beacon>();
        stretches.values().forEach(stretch -> all.addAll(stretch.beacons()));
        return all;
    }

    /** Whether each stretch begins where its partition stands. */
    boolean follows(Positions positions) {
        return stretches.entrySet().stream()
                .allMatch(stretch -> positions.next().getOrDefault(stretch.getKey(), -1L)
                        == stretch.getValue().begin());
    }
}
