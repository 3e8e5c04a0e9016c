package com.socialflow.analytics.batch;

import com.socialflow.core.VideoId;
import com.socialflow.views.AgentKind;
import com.socialflow.views.Beacon;
import com.socialflow.views.Client;
import com.socialflow.views.Content;
import com.socialflow.views.Device;
import com.socialflow.views.Event;
import com.socialflow.views.Moment;
import com.socialflow.views.Part;
import com.socialflow.views.Quality;
import com.socialflow.views.Session;
import com.socialflow.views.Source;
import com.socialflow.views.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Beacons of sessions as players send them, and as networks deliver them: some twice, some late, some in another order.
 */
public final class SeededBeacons {

    private static final long PART_MILLIS = 10_000;
    private static final long DURATION_MILLIS = 300_000;
    private static final Device[] DEVICES = {Device.DESKTOP, Device.PHONE, Device.TV};
    private static final Source[] SOURCES = {Source.HOME, Source.SEARCH, Source.EMBED};
    private static final String[] COUNTRIES = {"NO", "SE", ""};

    private final Random random;
    private final List<VideoId> videos;

    public SeededBeacons(long seed, List<VideoId> videos) {
        this.random = new Random(seed);
        this.videos = List.copyOf(videos);
    }

    /** Of so many sessions that begin within the hours, in the order of their receipt. */
    public List<Beacon> of(int sessions, Instant from, int hours) {
        var all = new ArrayList<Beacon>();
        for (var session = 0; session < sessions; session++) {
            var begin = from.toEpochMilli() + random.nextLong(hours * 3_600_000L);
            session(Session.of("session " + random.nextLong()), begin, all);
        }
        for (var again : List.copyOf(all)) {
            if (random.nextInt(10) == 0) {
                all.add(again);
            }
        }
        Collections.shuffle(all, random);
        all.sort(Comparator.comparingLong(beacon -> beacon.moment().receivedMillis()));
        return all;
    }

    private void session(Session session, long begin, List<Beacon> to) {
        var video = videos.get(random.nextInt(videos.size()));
        var owner = random.nextInt(50) == 0;
        var viewer = new Viewer(random.nextLong(1, 1L << 40), random.nextLong(1, 400), owner, false);
        var client = new Client(
                random.nextInt(20) == 0 ? AgentKind.BOT : AgentKind.BROWSER,
                random.nextLong(1, 20),
                DEVICES[random.nextInt(DEVICES.length)],
                COUNTRIES[random.nextInt(COUNTRIES.length)],
                false);
        var source = SOURCES[random.nextInt(SOURCES.length)];
        var parts = 1 + random.nextInt(20);
        var late = random.nextInt(30) == 0 ? random.nextLong(90_000_000L) : 0;
        for (var part = 0; part < parts; part++) {
            var elapsed = (part + 1) * PART_MILLIS;
            var at = begin + elapsed + part;
            var played = new Part(
                    new long[] {part * PART_MILLIS, (part + 1) * PART_MILLIS},
                    (part + 1) * PART_MILLIS,
                    1,
                    0,
                    part == 0 ? Event.START : Event.PROGRESS);
            to.add(new Beacon(
                    video,
                    session,
                    part,
                    new Moment(at + random.nextLong(3_000) + late, at, elapsed),
                    played,
                    source,
                    viewer,
                    client,
                    new Content(DURATION_MILLIS, false),
                    part == 0
                            ? new Quality(random.nextLong(3_000), random.nextInt(2), 300, 720, 0, List.of(), false, 0)
                            : null));
        }
    }
}
