package com.socialflow.social.timelines;

import com.socialflow.core.Cursor;
import com.socialflow.core.Page;
import com.socialflow.social.views.Entry;
import com.socialflow.social.views.EntryView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Fills a page from a timeline of which the rules hide some. */
final class Filling {

    /** After these a page may stay short, with a cursor to go on. */
    private static final int ROUNDS_MAX = 4;

    /** Read beyond what is needed, for those that turn out not to belong there. */
    private static final int SPARE = 8;

    private Filling() {}

    /** A timeline that is read from the top down. */
    interface Source {

        /** The entries in the reach; of at most {@code limit} rows that are looked at. */
        Slice read(Reach reach, int limit);
    }

    static Page<EntryView> fill(Source source, Reach reach, int limit, Function<List<Entry>, List<EntryView>> present) {
        var shown = new ArrayList<EntryView>();
        var left = reach;
        for (var round = 0; round < ROUNDS_MAX && shown.size() < limit; round++) {
            var wanted = limit - shown.size();
            var slice = source.read(left, wanted + SPARE).cut(wanted);
            if (!slice.entries().isEmpty()) {
                shown.addAll(present.apply(slice.entries()));
            }
            if (slice.end()) {
                return new Page<>(shown, Optional.empty());
            }
            left = new Reach(slice.reached(), left.after());
        }
        return new Page<>(shown, left.isEmpty() ? Optional.empty() : Optional.of(Cursor.at(left.before())));
    }
}
