package com.socialflow.viewcount.counts;

import com.socialflow.core.VideoId;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.View;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What changes of watches come to: what each contributed before is taken back, what it contributes now is added. A view
 * that nothing is wrong with belongs to its crowd, which contributes all of its own at once; so a verdict that turns
 * corrects them all.
 */
final class Judging {

    private final ViewCrowds crowds;
    private final long floor;
    private final Map<VideoId, Map<Long, Cells>> cells = new LinkedHashMap<>();

    /** @param floor the first hour that is counted */
    Judging(ViewCrowds crowds, long floor) {
        this.crowds = crowds;
        this.floor = floor;
    }

    void judge(Iterable<Change> changes) {
        for (var change : changes) {
            if (!change.before().equals(change.after())) {
                change.before().ifPresent(view -> move(change, view, -1));
                change.after().ifPresent(view -> move(change, view, 1));
            }
        }
        crowds.changed().forEach((key, state) -> {
            contribute(key, crowds.then(key), -1);
            contribute(key, state, 1);
        });
    }

    /** Whether the view counts, now that all of the batch is judged. */
    boolean counts(VideoId video, View view) {
        return hour(view) >= floor
                && CrowdKey.of(video, view)
                        .map(key -> crowds.now(key).crowd().verdict().reasonOf(view))
                        .orElseGet(view::reason)
                        .isEmpty();
    }

    /** What is added to each video's cells, by hour; some of them with nothing to add. */
    Map<VideoId, Map<Long, Cells>> cells() {
        return cells;
    }

    private void move(Change change, View view, int times) {
        var video = change.key().video();
        var counts = cells(video, hour(view));
        counts.add(Cells.RAW, times);
        var crowd = CrowdKey.of(video, view);
        crowd.ifPresent(key -> crowds.change(key, view, times));
        var reason = view.reason();
        if (reason.isPresent()) {
            counts.add(reason.get().code(), times);
        } else if (crowd.isEmpty()) {
            counts.add(Cells.VIEWS, times);
            counts.add(Cells.WATCHED, times * view.playedMillis());
        }
    }

    private void contribute(CrowdKey key, CrowdState state, int times) {
        state.addTo(cells(key.video(), key.hour()), times);
    }

    /** What belongs to hours before the floor is in the ledger: it goes into cells that nobody keeps. */
    private Cells cells(VideoId video, long hour) {
        return hour < floor
                ? new Cells()
                : cells.computeIfAbsent(video, _ -> new HashMap<>()).computeIfAbsent(hour, _ -> new Cells());
    }

    private static long hour(View view) {
        return Hours.ofMillis(view.atMillis());
    }
}
