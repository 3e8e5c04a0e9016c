package com.socialflow.views;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a view is, by {@link RuleSettings}. Has no state, and is for all threads. */
public final class ViewRule {

    private static final int PERCENT = 100;

    private final RuleSettings settings;
    private final Watch watch = Watch.empty(this);

    public ViewRule(RuleSettings settings) {
        this.settings = settings;
    }

    /** Why a part cannot make a view, as far as it can be told from the part alone; empty when it can. */
    public Optional<Reason> ofBeacon(Beacon beacon) {
        return Optional.ofNullable(rejection(beacon));
    }

    /** A watch without a part yet. */
    public Watch watch() {
        return watch;
    }

    /** The watch whose {@link Watch#toBytes} these are. */
    public Watch watch(byte[] bytes) {
        return WatchCodec.read(this, bytes);
    }

    /** A crowd without a view yet. */
    public Crowd crowd() {
        return Crowd.EMPTY;
    }

    /** The crowd whose {@link Crowd#toBytes} these are. */
    public Crowd crowd(byte[] bytes) {
        return Crowd.ofBytes(bytes);
    }

    /** Milliseconds of content that make a view of a video of this length; 0 stands for a live or unknown one. */
    public long thresholdMillis(long durationMillis) {
        var half = (durationMillis + 1) / 2;
        return durationMillis > 0 ? Math.min(settings.thresholdMillis(), half) : settings.thresholdMillis();
    }

    /** The most content-at-speed-1 that a clock which ran so long allows. */
    long allowedMillis(long clockMillis) {
        return clockMillis + clockMillis * settings.slackPercent() / PERCENT + settings.slackMillis();
    }

    @Nullable
    Reason rejection(Beacon beacon) {
        if (beacon.client().kind() == AgentKind.BOT) {
            return Reason.BOT_AGENT;
        }
        if (beacon.viewer().owner()) {
            return Reason.OWNER;
        }
        if (impossible(beacon)) {
            return Reason.IMPOSSIBLE_INTERVALS;
        }
        var moment = beacon.moment();
        if (moment.receivedMillis() - moment.atMillis() > settings.lateMillis()) {
            return Reason.LATE;
        }
        var played = beacon.part().playedMillis();
        return played > 0 && Parts.visible(beacon.part(), played) == 0 ? Reason.HIDDEN : null;
    }

    private boolean impossible(Beacon beacon) {
        var duration = beacon.content().durationMillis();
        var end = duration > 0 ? duration + settings.pastEndMillis() : Long.MAX_VALUE;
        var intervals = beacon.part().intervals();
        for (var i = 0; i < intervals.length; i += 2) {
            if (intervals[i] < 0 || intervals[i + 1] < intervals[i] || intervals[i + 1] > end) {
                return true;
            }
        }
        return false;
    }
}
