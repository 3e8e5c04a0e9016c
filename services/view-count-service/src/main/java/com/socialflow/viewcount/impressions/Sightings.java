package com.socialflow.viewcount.impressions;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.viewcount.beacons.Receipt;
import com.socialflow.viewcount.beacons.Rejection;
import com.socialflow.viewcount.clients.Caller;
import com.socialflow.viewcount.clients.Clients;
import com.socialflow.viewcount.log.BeaconLog;
import com.socialflow.viewcount.videos.VideoFact;
import com.socialflow.viewcount.videos.VideoFacts;
import com.socialflow.views.ImpressionCodec;
import com.socialflow.views.Impressions;
import com.socialflow.views.Session;
import com.socialflow.views.Shown;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes what pages tell: completes it, and has it in the log before anybody hears that it was taken. Who looked is
 * compared with the videos' owners and then forgotten.
 */
@Component
class Sightings {

    private final Clients clients;
    private final VideoFacts videos;
    private final BeaconLog log;
    private final ImpressionMeters meters;
    private final Clock clock;

    Sightings(Clients clients, VideoFacts videos, BeaconLog log, ImpressionMeters meters, Clock clock) {
        this.clients = clients;
        this.videos = videos;
        this.log = log;
        this.meters = meters;
        this.clock = clock;
    }

    sealed interface Outcome {
        /** What could be taken is in the log. */
        record Taken(Receipt receipt) implements Outcome {}

        /** The log does not answer, or too many wait for it: the same request may be sent again. */
        record NotNow() implements Outcome {}
    }

    /** Takes the impressions of a page. */
    Outcome take(Batch batch, Caller caller) {
        var now = clock.instant();
        var facts = videos.of(batch.told().stream().map(Told::video).collect(Collectors.toSet()));
        var rejected = new ArrayList<>(batch.rejected());
        var shown = new ArrayList<Shown>(batch.told().size());
        for (var told : batch.told()) {
            shown(told, facts, caller.account(), now.toEpochMilli())
                    .ifPresentOrElse(shown::add, () -> rejected.add(new Rejection(told.index(), "video-not-found")));
        }
        var client = clients.of(caller, now).client();
        return append(new Impressions(Session.of(batch.session()), now.toEpochMilli(), client, shown), rejected);
    }

    /** Empty when there is no such video, or this person may not know of it. */
    private static Optional<Shown> shown(
            Told told, Map<VideoId, VideoFact> facts, Optional<AccountId> viewer, long now) {
        var owner = switch (Objects.requireNonNull(facts.get(told.video()))) {
            case VideoFact.Known known ->
                known.visibleTo(viewer)
                        ? Optional.of(viewer.filter(known.owner()::equals).isPresent())
                        : Optional.<Boolean>empty();
            case VideoFact.Missing() -> Optional.<Boolean>empty();
            // An outage costs no impressions.
            case VideoFact.Unknown() -> Optional.of(false);
        };
        return owner.map(own -> new Shown(
                told.video(), Shown.idOf(told.id()), now - told.seenMillis(), told.source(), told.clicked(), own));
    }

    private Outcome append(Impressions told, List<Rejection> rejected) {
        var entries = told.shown().isEmpty()
                ? List.<BeaconLog.Entry>of()
                : List.of(new BeaconLog.Entry(
                        BeaconLog.IMPRESSIONS, told.session().toBytes(), ImpressionCodec.write(told)));
        return switch (log.append(entries)) {
            case BeaconLog.Outcome.Kept() -> {
                meters.taken(told, rejected);
                rejected.sort(Comparator.comparingInt(Rejection::index));
                yield new Outcome.Taken(new Receipt(told.shown().size(), rejected));
            }
            case BeaconLog.Outcome.Away(), BeaconLog.Outcome.Busy() -> {
                meters.refused();
                yield new Outcome.NotNow();
            }
        };
    }
}
