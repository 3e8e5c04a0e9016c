package com.socialflow.views;

import static com.socialflow.core.Require.require;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one session played of one video in one hour: the parts that came in. Neither their order matters nor how often
 * each came; two watches of the same key merge into the one that had all beacons of both. Does not change: what adds to
 * it returns another.
 */
public final class Watch {

    /**
     * One part every 3.6 seconds, all hour long. Of more, those with the lowest numbers are kept, whatever the order:
     * so a watch's size has a limit.
     */
    public static final int PARTS_MAX = 1_000;

    /** All that belongs to a watch's hour is received within this time: a part is kept for a day at most. */
    public static final long LASTS_MILLIS = RuleSettings.PUBLIC.lateMillis() + 3_600_000;

    private final ViewRule rule;
    /** Of the part with the lowest number; null without a part. */
    private final @Nullable Facts facts;

    private final long[] parts;

    Watch(ViewRule rule, @Nullable Facts facts, long[] parts) {
        this.rule = rule;
        this.facts = facts;
        this.parts = parts;
    }

    static Watch empty(ViewRule rule) {
        return new Watch(rule, null, new long[0]);
    }

    /** With the beacon's part; the same watch when it adds nothing. */
    public Watch with(Beacon beacon) {
        var count = count();
        var at = Parts.find(parts, count, beacon.sequence());
        return at >= 0 ? told(beacon, at) : inserted(beacon, -(at + 1));
    }

    private Watch inserted(Beacon beacon, int at) {
        if (at == PARTS_MAX) {
            return this;
        }
        var count = Math.min(count(), PARTS_MAX - 1);
        var next = new long[(count + 1) * Parts.WIDTH];
        System.arraycopy(parts, 0, next, 0, at * Parts.WIDTH);
        System.arraycopy(parts, at * Parts.WIDTH, next, (at + 1) * Parts.WIDTH, (count - at) * Parts.WIDTH);
        Parts.write(next, at, beacon, rule.rejection(beacon));
        return new Watch(rule, at == 0 || facts == null ? Facts.of(beacon) : facts, next);
    }

    /** The part is known: a repetition, or a second telling. */
    private Watch told(Beacon beacon, int at) {
        var again = new long[Parts.WIDTH];
        Parts.write(again, 0, beacon, rule.rejection(beacon));
        var next = parts.clone();
        Parts.meet(next, at, again, 0);
        var chosen = at == 0 ? lower(facts, Facts.of(beacon)) : facts;
        return Arrays.equals(next, parts) && chosen == facts ? this : new Watch(rule, chosen, next);
    }

    /** With all parts of the other one, which is of the same session, video and hour. */
    public Watch merge(Watch other) {
        require(rule == other.rule, "watches of one rule merge");
        if (other.parts.length == 0 || parts.length == 0) {
            return parts.length == 0 ? other : this;
        }
        var first = Long.compare(parts[Parts.SEQUENCE], other.parts[Parts.SEQUENCE]);
        var chosen = first < 0 ? facts : first > 0 ? other.facts : lower(facts, other.facts);
        return new Watch(rule, chosen, Parts.union(parts, other.parts, PARTS_MAX));
    }

    private static @Nullable Facts lower(@Nullable Facts a, @Nullable Facts b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.equals(b) || Facts.ORDER.compare(a, b) < 0 ? a : b;
    }

    /**
     * Whether the beacon begins another watch of the same name: nobody heard of this one for so long that all it could
     * change is closed.
     *
     * @param heardMillis when the newest of the watch's beacons was received
     */
    public static boolean ended(long heardMillis, Beacon beacon) {
        return beacon.moment().receivedMillis() > heardMillis + LASTS_MILLIS;
    }

    /** Whether the beacon comes too late for the watch's hour. Without a clock a session goes on in it for ever. */
    public boolean over(Beacon beacon) {
        return count() > 0 && beacon.moment().receivedMillis() > began() + LASTS_MILLIS;
    }

    private long began() {
        var began = Long.MAX_VALUE;
        for (var part = 0; part < parts.length; part += Parts.WIDTH) {
            began = Math.min(began, parts[part + Parts.AT]);
        }
        return began;
    }

    /** Whether the watch has a part of this number. A beacon that it has already is a duplicate. */
    public boolean has(long sequence) {
        return Parts.find(parts, count(), sequence) >= 0;
    }

    /** The view that it makes; empty when nothing was played. */
    public Optional<View> view() {
        return facts == null ? Optional.empty() : Judgement.of(rule, facts, parts);
    }

    /** A few dozen bytes, and about eight for each part. {@link ViewRule#watch(byte[])} reads them. */
    public byte[] toBytes() {
        return WatchCodec.write(facts, parts);
    }

    /** How many parts there are. */
    public int count() {
        return parts.length / Parts.WIDTH;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Watch watch
                && Arrays.equals(parts, watch.parts)
                && (facts == null ? watch.facts == null : facts.equals(watch.facts));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts);
    }

    @Override
    public String toString() {
        return "Watch[" + count() + " parts, " + view() + "]";
    }
}
