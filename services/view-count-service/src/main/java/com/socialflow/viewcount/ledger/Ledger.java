package com.socialflow.viewcount.ledger;

import com.socialflow.core.VideoId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of closed hours. Hours are counted from 1970 on, in UTC. Nothing here is of a person. */
@Component
public class Ledger {

    private final LedgerStore store;

    Ledger(LedgerStore store) {
        this.store = store;
    }

    /** The first hour that is not closed; 0 while none is. */
    public long closedUntil() {
        return store.closedUntil();
    }

    /**
     * Writes numbers of an hour, and brings the totals up to it. Writing the same again changes nothing, and so does
     * writing an hour that is closed. Hours come in their order: to a total that is further nothing is added.
     *
     * @param uniqueViewers of the sketches, in their order
     */
    @Transactional
    public void write(long hour, List<Closed> closed, List<Long> uniqueViewers) {
        // One process at a time adds to totals.
        if (store.lock() > hour) {
            return;
        }
        store.upsert(hour, closed);
        var known = totals(closed.stream().map(Closed::video).toList());
        var further = new ArrayList<Total>();
        var sketches = new ArrayList<byte[]>();
        for (var i = 0; i < closed.size(); i++) {
            var one = closed.get(i);
            var total = known.getOrDefault(one.video(), Total.none(one.video()));
            if (total.through() <= hour) {
                further.add(new Total(one.video(), hour + 1, total.tally().plus(one.tally()), uniqueViewers.get(i)));
                sketches.add(one.sketch());
            }
        }
        store.replace(further, sketches);
    }

    /** From now on the hour and all before it are closed. */
    @Transactional
    public void close(long hour) {
        store.closeUntil(hour + 1);
    }

    /** Of those of the videos that closed hours know. */
    public Map<VideoId, Total> totals(Collection<VideoId> videos) {
        return store.totals(videos).stream().collect(Collectors.toMap(Total::video, Function.identity()));
    }

    /** Sketches of those of the videos that have one. */
    public Map<VideoId, byte[]> sketches(Collection<VideoId> videos) {
        return store.sketches(videos);
    }

    /** The video's closed hours from one on, before another, in their order. */
    public Map<Long, Tally> hours(VideoId video, long from, long before) {
        return store.hours(video, from, before);
    }
}
