package com.socialflow.analytics.cells;

import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.views.Beacon;
import com.socialflow.views.Event;
import com.socialflow.views.Presence;
import com.socialflow.views.Quality;
import java.util.TreeSet;

/** What one beacon adds to what is known of a viewing. Everything is bounded, whatever a player says. */
record PlayedPart(Beacon beacon) {

    /** Beacons come every few seconds; one that says more of the past is taken for this much of it: five minutes. */
    private static final int WINDOWS_MAX = 10;

    /** Times that playing began in one hour of a session; more are no more of use. */
    private static final int STARTUPS_MAX = 20;

    private static final long STARTUP_MILLIS_MAX = 600_000;
    private static final int STALLS_MAX = 1_000;
    private static final long STALLED_MILLIS_MAX = 3_600_000;

    /** How often an hour of a session can play one hundredth of a video. */
    private static final int PLAYS_MAX = 10_000;

    /** How playing went, of views that count and of others. */
    void addQuality(Contribution.Builder to) {
        var quality = beacon.quality();
        if (quality == null) {
            return;
        }
        if (quality.startupMillis() != Quality.NO_START && to.getStartupCount() < STARTUPS_MAX) {
            to.addStartup(Math.clamp(quality.startupMillis(), 0, STARTUP_MILLIS_MAX));
        }
        to.setStalls(to.getStalls() + Math.clamp(quality.stalls(), 0, STALLS_MAX))
                .setStalledMillis(to.getStalledMillis() + Math.clamp(quality.stalledMillis(), 0, STALLED_MILLIS_MAX))
                .setFailures(to.getFailures() + quality.errors().size())
                .setExitsBeforeStart(to.getExitsBeforeStart() + (quality.exitedBeforeStart() ? 1 : 0));
    }

    /**
     * Which hundredths of the video were played. One is played when its middle is, so that two intervals that meet in
     * it count it once. Playing began where the session did and where the player jumped to.
     */
    void addRetention(Contribution.Builder to) {
        var duration = beacon.content().durationMillis();
        var intervals = beacon.part().intervals();
        if (duration == 0 || intervals.length == 0) {
            return;
        }
        for (var part = to.getPlaysCount(); part < Retention.PARTS; part++) {
            to.addPlays(0).addStarts(0);
        }
        for (var i = 0; i < intervals.length; i += 2) {
            var from = firstMiddle(intervals[i], duration);
            var until = firstMiddle(intervals[i + 1], duration);
            for (var part = from; part < until; part++) {
                to.setPlays(part, Math.min(PLAYS_MAX, to.getPlays(part) + 1));
            }
            if (i > 0 || beacon.part().event() == Event.START || beacon.sequence() == 0) {
                var part = (int) Math.clamp(intervals[i] * Retention.PARTS / duration, 0, Retention.PARTS - 1);
                to.setStarts(part, Math.min(PLAYS_MAX, to.getStarts(part) + 1));
            }
        }
    }

    /** The first hundredth whose middle is at this time of the video or after it. */
    private static int firstMiddle(long millis, long duration) {
        // (part + 1/2) * duration / 100 >= millis
        var twice = 2L * Retention.PARTS * millis - duration;
        return (int) Math.clamp(Math.ceilDiv(twice, 2 * duration), 0, Retention.PARTS);
    }

    /** The windows of {@link Presence} in which it watched. */
    void addPresence(Contribution.Builder to) {
        var played = beacon.part().playedMillis();
        if (played == 0) {
            return;
        }
        var end = beacon.moment().atMillis();
        var last = Presence.window(end - 1);
        var first = Math.max(Presence.window(end - played), last - WINDOWS_MAX + 1);
        var windows = new TreeSet<>(to.getPresentList());
        for (var window = first; window <= last; window++) {
            windows.add(window);
        }
        to.clearPresent().addAllPresent(windows);
    }
}
