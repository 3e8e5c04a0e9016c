package com.socialflow.viewcount.beacons;

import com.socialflow.core.VideoId;
import com.socialflow.viewcount.clients.Caller;
import com.socialflow.viewcount.clients.Clients;
import com.socialflow.viewcount.log.BeaconLog;
import com.socialflow.viewcount.videos.VideoFact;
import com.socialflow.viewcount.videos.VideoFacts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what players tell: completes it, and has it in the log before anybody hears that it was taken. */
@Component
class Beacons {

    private final Clients clients;
    private final VideoFacts videos;
    private final BeaconLog log;
    private final BeaconMeters meters;
    private final Clock clock;

    Beacons(Clients clients, VideoFacts videos, BeaconLog log, BeaconMeters meters, Clock clock) {
        this.clients = clients;
        this.videos = videos;
        this.log = log;
        this.meters = meters;
        this.clock = clock;
    }

    sealed interface Outcome {
        /** What could be taken is in the log. */
        record Taken(Receipt receipt) implements Outcome {}

        /** There is no video of which the whole request tells, or this person may not know of it. */
        record NoSuchVideo() implements Outcome {}

        /** The log does not answer, or too many wait for it: the same request may be sent again. */
        record NotNow() implements Outcome {}
    }

    /**
     * Takes the beacons of a request.
     *
     * @param video of which all of them tell; null: each names its own
     */
    Outcome take(Batch batch, @Nullable VideoId video, Caller caller) {
        var now = clock.instant();
        var named = new HashSet<VideoId>();
        if (video != null) {
            named.add(video);
        }
        batch.told().forEach(told -> named.add(of(told, video)));
        var facts = videos.of(named);
        if (video != null && !exists(facts.get(video), caller)) {
            return new Outcome.NoSuchVideo();
        }

        var completion = new Completion(clients.of(caller, now), now.toEpochMilli(), batch.told());
        var rejected = new ArrayList<>(batch.rejected());
        var entries = new ArrayList<BeaconLog.Entry>(batch.told().size());
        for (var told : batch.told()) {
            var about = of(told, video);
            var fact = Objects.requireNonNull(facts.get(about));
            if (exists(fact, caller)) {
                entries.add(completion.entry(told, about, fact));
            } else {
                rejected.add(new Rejection(told.index(), "video-not-found"));
            }
        }
        return append(entries, rejected);
    }

    private static VideoId of(Told told, @Nullable VideoId video) {
        return video != null ? video : Objects.requireNonNull(told.video());
    }

    private static boolean exists(@Nullable VideoFact fact, Caller caller) {
        return switch (Objects.requireNonNull(fact)) {
            case VideoFact.Known known -> known.visibleTo(caller.account());
            case VideoFact.Missing() -> false;
            // While nobody says otherwise: a view that happened is not lost because of an outage.
            case VideoFact.Unknown() -> true;
        };
    }

    private Outcome append(List<BeaconLog.Entry> entries, List<Rejection> rejected) {
        return switch (log.append(entries)) {
            case BeaconLog.Outcome.Kept() -> {
                meters.taken(entries.size(), rejected);
                rejected.sort(Comparator.comparingInt(Rejection::index));
                yield new Outcome.Taken(new Receipt(entries.size(), rejected));
            }
            case BeaconLog.Outcome.Away(), BeaconLog.Outcome.Busy() -> {
                meters.refused();
                yield new Outcome.NotNow();
            }
        };
    }
}
