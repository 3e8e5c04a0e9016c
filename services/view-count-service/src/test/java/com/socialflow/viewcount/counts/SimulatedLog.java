package com.socialflow.viewcount.counts;

import com.socialflow.views.Beacon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log in memory, which keeps its newest beacons for so long as Kafka is told to. */
final class SimulatedLog implements LogOffsets {

    private final List<List<Beacon>> partitions = new ArrayList<>();
    private final long keptMillis;
    private long now;

    SimulatedLog(int partitions, long keptMillis) {
        this.keptMillis = keptMillis;
        for (var i = 0; i < partitions; i++) {
            this.partitions.add(new ArrayList<>());
        }
    }

    void append(Beacon beacon) {
        partitions.get(Math.floorMod(beacon.session().low(), partitions.size())).add(beacon);
        now = Math.max(now, beacon.moment().receivedMillis());
    }

    int size() {
        return partitions.size();
    }

    /** All that was ever in it. */
    List<Beacon> everything() {
        var all = new ArrayList<Beacon>();
        partitions.forEach(all::addAll);
        return all;
    }

    @Override
    public Map<Integer, Long> ends() {
        var ends = new HashMap<Integer, Long>();
        for (var i = 0; i < partitions.size(); i++) {
            ends.put(i, (long) partitions.get(i).size());
        }
        return ends;
    }

    @Override
    public long firstSince(int partition, Instant time) {
        var beacons = partitions.get(partition);
        var since = Math.max(time.toEpochMilli(), now - keptMillis);
        for (var i = 0; i < beacons.size(); i++) {
            if (beacons.get(i).moment().receivedMillis() >= since) {
                return i;
            }
        }
        return beacons.size();
    }

    Batch.Stretch read(int partition, long begin, int most) {
        var beacons = partitions.get(partition);
        var end = Math.min(beacons.size(), begin + most);
        return new Batch.Stretch(begin, end, beacons.subList((int) begin, (int) end));
    }
}
