package com.socialflow.analytics.cells;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.apache.datasketches.hash.MurmurHash3;

/**
 * Different visitors, counted so that one can be taken back, which a HyperLogLog sketch by itself cannot. All that a
 * sketch takes of somebody is a coupon (a slot and a number of leading zeros); this holds one visitor of each coupon
 * and how many views had it. The sketch of those visitors is the sketch of all.
 *
 * <p>Up to {@link #EXACT_MAX} coupons are those of 2^26 slots, as small sketches have them; beyond that they are
 * those of the sketch's own slots, of which there are so few that a crowd of any size takes at most some megabytes.
 */
final class Visitors {

    /** 1 MB; a sketch tells its own slots apart only from 1,500 on. */
    static final int EXACT_MAX = 1 << 16;

    private static final int SEED = 9001;
    private static final int ADDRESS_BITS = 26;
    private static final int ZEROS_MAX = 62;
    private static final int FIRST_SIZE = 8;

    private final int slotBits;
    private int[] coupons = new int[FIRST_SIZE];
    private long[] somebody = new long[FIRST_SIZE];
    private long[] views = new long[FIRST_SIZE];
    private int used;
    private boolean many;

    /**
     * Nobody yet.
     *
     * @param slotBits the logarithm of the sketch's slots
     */
    Visitors(int slotBits) {
        this.slotBits = slotBits;
    }

    /** Adds a visitor's views, or takes them back. */
    void add(long visitor, long count) {
        put(visitor, count);
        if (2 * used > coupons.length) {
            rebuild();
        }
    }

    /** One visitor of each coupon that some view has. */
    void forEach(BiConsumer<Long, Long> each) {
        for (var at = 0; at < coupons.length; at++) {
            if (views[at] != 0) {
                each.accept(somebody[at], views[at]);
            }
        }
    }

    /** About how many coupons there are. */
    int size() {
        return used;
    }

    boolean many() {
        return many;
    }

    /** Tells apart no more than a large sketch does, as those from whom this is restored did. */
    void becomeMany() {
        many = true;
    }

    private void rebuild() {
        var left = (int) Arrays.stream(views).filter(count -> count != 0).count();
        var oldSomebody = somebody;
        var oldViews = views;
        many |= left > EXACT_MAX;
        var size = Math.max(FIRST_SIZE, Integer.highestOneBit(left) * 4);
        coupons = new int[size];
        somebody = new long[size];
        views = new long[size];
        used = 0;
        for (var at = 0; at < oldViews.length; at++) {
            if (oldViews[at] != 0) {
                put(oldSomebody[at], oldViews[at]);
            }
        }
    }

    private void put(long visitor, long count) {
        var coupon = coupon(visitor);
        var at = find(coupon);
        if (coupons[at] == 0) {
            coupons[at] = coupon;
            somebody[at] = visitor;
            used++;
        }
        views[at] += count;
    }

    private int find(int coupon) {
        var mask = coupons.length - 1;
        // Addresses are hashes already; the multiplier spreads those that share low bits.
        var at = (coupon * 0x9E3779B1 >>> 7) & mask;
        while (coupons[at] != 0 && coupons[at] != coupon) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** As DataSketches makes it of a long (HllSketch.update); never 0. */
    private int coupon(long visitor) {
        var hash = MurmurHash3.hash(new long[] {visitor}, SEED);
        var zeros = Math.min(Long.numberOfLeadingZeros(hash[1]), ZEROS_MAX) + 1;
        var address = (int) hash[0] & (1 << (many ? slotBits : ADDRESS_BITS)) - 1;
        return zeros << ADDRESS_BITS | address;
    }
}
