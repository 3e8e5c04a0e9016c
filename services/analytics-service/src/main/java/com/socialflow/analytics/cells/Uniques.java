package com.socialflow.analytics.cells;

import com.google.protobuf.ByteString;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.HllUnion;
import org.apache.datasketches.hll.TgtHllType;
import org.jspecify.annotations.Nullable;

/** How many different visitors several cells have together, by HyperLogLog sketches. */
public final class Uniques {

    /** The logarithm of a sketch's slots: a standard error of 0.57 %, and at most 16 KB. */
    public static final int SLOT_BITS = 15;

    private @Nullable HllUnion union;

    /** The sketch of these visitors, as a cell keeps it; no bytes for nobody. */
    static ByteString bytes(Visitors visitors) {
        var sketch = new HllSketch(SLOT_BITS, TgtHllType.HLL_4);
        visitors.forEach((visitor, _) -> sketch.update(visitor));
        return sketch.isEmpty() ? ByteString.EMPTY : ByteString.copyFrom(sketch.toCompactByteArray());
    }

    /** Adds what a cell has. */
    public void add(byte @Nullable [] stored) {
        if (stored == null || stored.length == 0) {
            return;
        }
        union().update(HllSketch.heapify(stored));
    }

    /** Adds what was added to the other. */
    public void addAll(Uniques other) {
        if (other.union != null) {
            union().update(other.union.getResult());
        }
    }

    private HllUnion union() {
        var made = union;
        if (made == null) {
            made = new HllUnion(SLOT_BITS);
            union = made;
        }
        return made;
    }

    /** Exact for a few, within about 1 % for many. Whatever the order in which they came. */
    public long estimate() {
        return union == null ? 0 : Math.round(union.getResult().getCompositeEstimate());
    }
}
