package com.socialflow.analytics.cells;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.proto.analytics.v1.ViewingState;
import com.socialflow.views.Beacon;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.View;
import com.socialflow.views.ViewRule;
import com.socialflow.views.Watch;
import java.util.Locale;
import java.util.Optional;

/**
 * What one session did with one video in one hour: the watch that the rule judges, and what cells count beyond that.
 * The order of beacons does not matter, nor that they are repeated; of two that differ and yet say that they are the
 * same part, the first in the log says what was played. Does not change: what adds to it returns another.
 */
public final class Viewing {

    /** The played part of a video is counted in ten-thousandths of it; whoever plays it again and again, so often. */
    private static final long WHOLE = 10_000;

    private static final long PLAYED_MAX = 100 * WHOLE;

    private static final long LATE_MILLIS = RuleSettings.PUBLIC.lateMillis();

    /**
     * A part ends within its hour and comes at most a day later. A player without a clock would go on in its first hour
     * for ever.
     */
    private static final long OVER_MILLIS = LATE_MILLIS + 3_600_000;

    private final ViewRule rule;
    private final Watch watch;
    private final long first;
    private final Contribution played;

    private Viewing(ViewRule rule, Watch watch, long first, Contribution played) {
        this.rule = rule;
        this.watch = watch;
        this.first = first;
        this.played = played;
    }

    /** What it tells of lies so far back that the cells of that time are closed: it goes into none. */
    public static boolean late(Beacon beacon) {
        return beacon.moment().receivedMillis() - beacon.moment().atMillis() > LATE_MILLIS;
    }

    /** Without a beacon yet. */
    public static Viewing begin(ViewRule rule) {
        return new Viewing(rule, rule.watch(), Long.MAX_VALUE, Contribution.getDefaultInstance());
    }

    /** With the beacon, which is of the same session, video and hour; the same viewing when it adds nothing. */
    public Viewing with(Beacon beacon) {
        if (watch.count() > 0 && beacon.moment().receivedMillis() > began() + OVER_MILLIS) {
            return this;
        }
        var next = watch.with(beacon);
        if (next == watch) {
            return this;
        }
        if (watch.has(beacon.sequence())) {
            return new Viewing(rule, next, first, played);
        }
        var more = played.toBuilder();
        if (beacon.sequence() < first) {
            more.setVideo(beacon.video().value())
                    .setTime(beacon.moment().atMillis())
                    .setSource(word(beacon.source()))
                    .setDevice(word(beacon.client().device()))
                    .setCountry(country(beacon.client().country()));
        }
        var part = new PlayedPart(beacon);
        part.addQuality(more);
        if (rule.ofBeacon(beacon).isEmpty()) {
            part.addRetention(more);
            part.addPresence(more);
        }
        return new Viewing(rule, next, Math.min(first, beacon.sequence()), more.build());
    }

    private long began() {
        return watch.view().map(View::atMillis).orElse(played.getTime());
    }

    /** The view that the rule sees; empty when nothing was played. */
    public Optional<View> view() {
        return watch.view();
    }

    /** What it adds to cells, if its crowd does not speak against it; empty for nothing. */
    public Optional<Contribution> contribution() {
        var view = watch.view().orElse(null);
        if (view == null) {
            return wentSomehow()
                    ? Optional.of(played.toBuilder().setUnplayed(true).build())
                    : Optional.empty();
        }
        var facts = view.facts();
        return Optional.of(played.toBuilder()
                .setTime(view.atMillis())
                .setSource(word(facts.source()))
                .setDevice(word(facts.device()))
                .setCountry(country(facts.country()))
                .setValid(view.valid())
                .setVisitor(facts.visitor())
                .setWatchMillis(view.playedMillis())
                .setPlayed(share(view.playedMillis(), facts.durationMillis()))
                .build());
    }

    private boolean wentSomehow() {
        return played.getStartupCount() > 0
                || played.getStalls() > 0
                || played.getFailures() > 0
                || played.getExitsBeforeStart() > 0;
    }

    private static int share(long millis, long duration) {
        return duration == 0 ? 0 : (int) Math.min(PLAYED_MAX, millis * WHOLE / duration);
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static String country(String code) {
        return code.isEmpty() ? "unknown" : code;
    }

    /** {@link #of} reads them. */
    public byte[] toBytes() {
        return ViewingState.newBuilder()
                .setWatch(ByteString.copyFrom(watch.toBytes()))
                .setFirst(first)
                .setPlayed(played)
                .build()
                .toByteArray();
    }

    /**
     * The viewing whose {@link #toBytes} these are.
     *
     * @throws InvalidProtocolBufferException when they are none
     */
    public static Viewing of(ViewRule rule, byte[] bytes) throws InvalidProtocolBufferException {
        var state = ViewingState.parseFrom(bytes);
        return new Viewing(rule, rule.watch(state.getWatch().toByteArray()), state.getFirst(), state.getPlayed());
    }
}
