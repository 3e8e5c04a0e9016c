package com.socialflow.viewcount.beacons;

import com.socialflow.core.VideoId;
import com.socialflow.viewcount.clients.Facts;
import com.socialflow.viewcount.log.BeaconLog;
import com.socialflow.viewcount.videos.VideoFact;
import com.socialflow.views.Beacon;
import com.socialflow.views.BeaconCodec;
import com.socialflow.views.Content;
import com.socialflow.views.Moment;
import com.socialflow.views.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds to the beacons of one request what the server knows. */
final class Completion {

    private final Facts client;
    private final long receivedMillis;

    /** The latest that each session's clock showed: not before the sending. */
    private final Map<String, Long> latest = new HashMap<>();

    private final Map<String, Session> sessions = new HashMap<>();

    Completion(Facts client, long receivedMillis, List<Told> all) {
        this.client = client;
        this.receivedMillis = receivedMillis;
        for (var told : all) {
            if (told.elapsedMillis() != Told.NONE) {
                latest.merge(told.session(), told.elapsedMillis(), Math::max);
            }
        }
    }

    BeaconLog.Entry entry(Told told, VideoId video, VideoFact fact) {
        var beacon = beacon(told, video, fact);
        return new BeaconLog.Entry(BeaconLog.TOPIC, beacon.session().toBytes(), BeaconCodec.write(beacon));
    }

    private Beacon beacon(Told told, VideoId video, VideoFact fact) {
        var elapsed = told.elapsedMillis() == Told.NONE ? Moment.NO_CLOCK : told.elapsedMillis();
        var known = fact instanceof VideoFact.Known of ? of : null;
        return new Beacon(
                video,
                sessions.computeIfAbsent(told.session(), Session::of),
                told.sequence() == Told.NONE ? Beacon.hashedSequence(told.part(), elapsed) : told.sequence(),
                new Moment(receivedMillis, receivedMillis - kept(told), elapsed),
                told.part(),
                told.source(),
                client.viewer(known != null
                        && client.account().filter(known.owner()::equals).isPresent()),
                client.client(),
                new Content(known == null || told.live() ? 0 : known.durationMillis(), told.live()),
                told.quality());
    }

    /** How long the player kept it, by its own clock; nothing that it did not say. */
    private long kept(Told told) {
        if (told.elapsedMillis() == Told.NONE) {
            return 0;
        }
        var sent = told.sentMillis() != Told.NONE
                ? told.sentMillis()
                : latest.getOrDefault(told.session(), told.elapsedMillis());
        return Math.max(0, sent - told.elapsedMillis());
    }
}
