package com.socialflow.analytics.studio;

import com.socialflow.analytics.cells.StartUps;
import com.socialflow.analytics.cells.Uniques;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several cells together. */
final class Figures {

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Uniques uniques = new Uniques();
    private final StartUps startUps = new StartUps();

    /** Adds what a cell, or a sum of cells, has. */
    void add(Count count, long value) {
        counts.merge(count, value, count == Count.LIVE_PEAK ? Math::max : Long::sum);
    }

    /** So many more began and ended to follow; also none. */
    void addFollowers(long gained, long lost) {
        add(Count.SUBSCRIBERS_GAINED, gained);
        add(Count.SUBSCRIBERS_LOST, lost);
    }

    void addUniques(byte @Nullable [] stored) {
        uniques.add(stored);
    }

    void addStartUps(byte @Nullable [] stored) {
        startUps.add(stored);
    }

    /** Adds several more cells. */
    void addAll(Figures others) {
        others.counts.forEach(this::add);
        uniques.addAll(others.uniques);
        startUps.add(others.startUps.bytes().toByteArray());
    }

    long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    boolean has(Count count) {
        return counts.containsKey(count);
    }

    long uniques() {
        return uniques.estimate();
    }

    StartUps startUps() {
        return startUps;
    }
}
