package com.socialflow.social.timelines;

import com.socialflow.social.views.Entry;
import java.util.List;

/**
 * A part of a timeline, the newest first.
 *
 * @param reached the position down to which all is in here
 * @param end whether there is nothing before that
 */
record Slice(List<Entry> entries, long reached, boolean end) {

    Slice {
        entries = List.copyOf(entries);
    }

    /** The first so many entries. */
    Slice cut(int limit) {
        return entries.size() <= limit
                ? this
                : new Slice(entries.subList(0, limit), entries.get(limit - 1).position(), false);
    }

    /** Of ways that were asked for: those that count. */
    static Slice ofWays(List<Way> ways, int asked, Reach reach) {
        var all = of(ways.stream().map(Way::entry).toList(), asked, reach);
        return new Slice(ways.stream().filter(Way::first).map(Way::entry).toList(), all.reached(), all.end());
    }

    /** Of a query that asked for so many rows and for nothing but them. */
    static Slice of(List<Entry> entries, int asked, Reach reach) {
        return entries.size() < asked
                ? new Slice(entries, reach.after(), true)
                : new Slice(entries, entries.getLast().position(), false);
    }
}
