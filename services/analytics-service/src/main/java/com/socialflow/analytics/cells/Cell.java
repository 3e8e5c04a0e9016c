package com.socialflow.analytics.cells;

import static com.socialflow.core.Require.require;

import com.socialflow.proto.analytics.v1.CellRow;
import com.socialflow.proto.analytics.v1.CellState;
import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.views.Presence;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is counted in one cell, in a form from which a view can be taken back: stream and batch count with this alone.
 * The order of views does not matter. Of rejected views only that they were there is counted, and how playing went.
 * Impressions are counted beside them.
 */
public final class Cell {

    private final CellKey key;
    private final Retention retention = new Retention();
    private final StartUps startUps = new StartUps();
    private final Visitors visitors = new Visitors(Uniques.SLOT_BITS);
    /** How many watched in each window of {@link Presence} in which anybody did. */
    private final Map<Long, Long> present = new HashMap<>();

    private long views;
    private long rawViews;
    private long watchMillis;
    private long playedSum;
    private long stalls;
    private long stalledMillis;
    private long failures;
    private long exitsBeforeStart;
    private long impressions;
    private long clicks;

    /** With nothing in it. */
    public Cell(CellKey key) {
        this.key = key;
    }

    public CellKey key() {
        return key;
    }

    /** A view became another: either is null when there was, or is, none. */
    public void apply(@Nullable Contribution before, @Nullable Contribution after) {
        if (before != null) {
            add(before, -1);
        }
        if (after != null) {
            add(after, 1);
        }
    }

    private void add(Contribution view, long times) {
        require(view.getVideo() == key.video(), "a cell counts one video");
        if (key.contains(view.getTime())) {
            addOfItsTime(view, times);
        }
        if (view.getValid() && key.dimension() == Dimension.ALL) {
            for (var window : view.getPresentList()) {
                if (key.contains(Presence.begin(window))) {
                    present.merge(window, times, (one, other) -> one + other == 0 ? null : one + other);
                }
            }
        }
    }

    private void addOfItsTime(Contribution view, long times) {
        rawViews += view.getUnplayed() ? 0 : times;
        view.getStartupList().forEach(millis -> startUps.add(millis, times));
        stalls += times * view.getStalls();
        stalledMillis += times * view.getStalledMillis();
        failures += times * view.getFailures();
        exitsBeforeStart += times * view.getExitsBeforeStart();
        impressions += view.getShown() ? times : 0;
        clicks += view.getClicked() ? times : 0;
        if (!view.getValid()) {
            return;
        }
        views += times;
        watchMillis += times * view.getWatchMillis();
        playedSum += times * view.getPlayed();
        retention.add(view, times);
        if (view.getVisitor() != 0) {
            visitors.add(view.getVisitor(), times);
        }
    }

    /** As PostgreSQL has it. */
    public CellRow row() {
        return CellRow.newBuilder()
                .setCell(key.text())
                .setViews(views)
                .setRawViews(rawViews)
                .setUniques(Uniques.bytes(visitors))
                .setWatchMillis(watchMillis)
                .setPlayedSum(playedSum)
                .setRetention(retention.bytes())
                .setLivePeak(present.values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0))
                .setStartup(startUps.bytes())
                .setStalls(stalls)
                .setStalledMillis(stalledMillis)
                .setFailures(failures)
                .setExitsBeforeStart(exitsBeforeStart)
                .setImpressions(impressions)
                .setClicks(clicks)
                .build();
    }

    /** All of it, so that {@link #of} goes on from here. */
    public CellState state() {
        var state = CellState.newBuilder()
                .setViews(views)
                .setRawViews(rawViews)
                .setWatchMillis(watchMillis)
                .setPlayedSum(playedSum)
                .setStalls(stalls)
                .setStalledMillis(stalledMillis)
                .setFailures(failures)
                .setExitsBeforeStart(exitsBeforeStart)
                .setImpressions(impressions)
                .setClicks(clicks)
                .setVisitorsMany(visitors.many())
                .putAllPresent(present);
        for (var part = 0; part < Retention.PARTS && !retention.bytes().isEmpty(); part++) {
            state.addPlays(retention.plays(part)).addStarts(retention.starts(part));
        }
        if (!startUps.bytes().isEmpty()) {
            startUps.counters().forEach(state::addStartup);
        }
        visitors.forEach((visitor, count) -> state.addVisitor(visitor).addVisitorViews(count));
        return state.build();
    }

    /** What {@link #state} gave. */
    public static Cell of(CellKey key, CellState state) {
        var cell = new Cell(key);
        cell.views = state.getViews();
        cell.rawViews = state.getRawViews();
        cell.watchMillis = state.getWatchMillis();
        cell.playedSum = state.getPlayedSum();
        cell.stalls = state.getStalls();
        cell.stalledMillis = state.getStalledMillis();
        cell.failures = state.getFailures();
        cell.exitsBeforeStart = state.getExitsBeforeStart();
        cell.impressions = state.getImpressions();
        cell.clicks = state.getClicks();
        cell.present.putAll(state.getPresentMap());
        cell.retention.restore(state.getPlaysList(), state.getStartsList());
        cell.startUps.restore(state.getStartupList());
        if (state.getVisitorsMany()) {
            cell.visitors.becomeMany();
        }
        for (var at = 0; at < state.getVisitorCount(); at++) {
            cell.visitors.add(state.getVisitor(at), state.getVisitorViews(at));
        }
        return cell;
    }
}
