package com.socialflow.analytics.stream;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A log as it may come: people, bots, owners and a crowd that is one program; repeated, delayed and out of order, in
 * the order in which it was written.
 */
final class Plays {

    /** Noon of a day that is over. */
    static final long BEGIN = 1_795_176_000_000L;

    private static final long STEP = 5_000;
    private static final long HOUR = 3_600_000;
    private static final List<String> COUNTRIES = List.of("", "NO", "DE", "JP");

    private final Random random;
    private final long firstVideo;
    private final List<Beacon> log = new ArrayList<>();

    private Plays(long seed, long firstVideo) {
        this.random = new Random(seed);
        this.firstVideo = firstVideo;
    }

    /** So many sessions of four videos, numbered from the first. */
    static List<Beacon> of(long seed, long firstVideo, int sessions) {
        var plays = new Plays(seed, firstVideo);
        for (var session = 0; session < sessions; session++) {
            plays.person("person-%d-%d".formatted(seed, session));
        }
        for (var session = 0; session < 15; session++) {
            var begin = BEGIN + HOUR / 4 + plays.random.nextInt(600_000);
            plays.program("program-%d-%d".formatted(seed, session), begin);
        }
        return plays.inOrderOfReceipt();
    }

    /** One session whose first parts come last, each of another time and source: its view is elsewhere each time. */
    static List<Beacon> backwards(long video) {
        var parts = new ArrayList<Beacon>();
        for (var part = 2; part >= 0; part--) {
            var elapsed = part * HOUR / 4 + STEP;
            parts.add(new Beacon(
                    new VideoId(video),
                    Session.of("backwards"),
                    part,
                    new Moment(BEGIN + HOUR, BEGIN + elapsed, elapsed),
                    new Part(new long[] {part * STEP, (part + 1) * STEP}, 0, 1, 0, Event.PROGRESS),
                    Source.values()[part],
                    new Viewer(1, 1, false, false),
                    new Client(AgentKind.BROWSER, 1, Device.DESKTOP, "NO", false),
                    new Content(120_000, false),
                    null));
        }
        return parts;
    }

    /**
     * Sessions of one network, gone as soon as they count: more than people are, though not before the last ones. Each
     * goes on into a minute in which nobody began.
     */
    static List<Beacon> crowd(long firstVideo) {
        var plays = new Plays(0, firstVideo);
        for (var session = 0; session < 40; session++) {
            plays.program("crowd-" + session, BEGIN + Math.min(session, 20) * 120_000 + 52_000);
        }
        return plays.log;
    }

    private void person(String name) {
        var session = Session.of(name);
        var video = random.nextInt(4);
        var live = video == 3;
        var duration = live ? 0 : 40_000L * (video + 1);
        var begin = BEGIN + random.nextLong(3 * HOUR);
        var viewer = new Viewer(1 + random.nextInt(400), 1 + random.nextInt(60), random.nextInt(40) == 0, false);
        var client = new Client(
                random.nextInt(25) == 0 ? AgentKind.BOT : AgentKind.BROWSER,
                1 + random.nextInt(9),
                Device.values()[1 + random.nextInt(3)],
                COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                false);
        var content = new Content(duration, live);
        var source = Source.values()[random.nextInt(Source.values().length)];
        var parts = 1 + random.nextInt(9);
        var position = 0L;
        for (var part = 0; part < parts; part++) {
            var played = STEP + random.nextInt(400) - 200;
            var at = begin + (part + 1) * STEP + random.nextInt(300);
            var from = position;
            position += played;
            if (duration > 0 && position > duration) {
                position = 0;
                continue;
            }
            var beacon = new Beacon(
                    new VideoId(firstVideo + video),
                    session,
                    part,
                    new Moment(at + delay(), at, at - begin),
                    new Part(new long[] {from, position}, position, 1, 0, part == 0 ? Event.START : Event.PROGRESS),
                    source,
                    viewer,
                    client,
                    content,
                    part == 0 ? quality() : null);
            log.add(beacon);
            repeat(beacon);
        }
    }

    /** Most at once, some hours later, few too late. */
    private long delay() {
        var kind = random.nextInt(100);
        return kind < 90 ? random.nextInt(2_000) : kind < 99 ? random.nextLong(20 * HOUR) : 25 * HOUR;
    }

    private Quality quality() {
        return new Quality(
                random.nextInt(4) == 0 ? Quality.NO_START : random.nextInt(3_000),
                random.nextInt(3),
                random.nextInt(2_000),
                720,
                2_000_000,
                random.nextInt(20) == 0 ? List.of("decode") : List.of(),
                random.nextInt(30) == 0,
                0);
    }

    /** Sent again by a player that got no answer; the server then reckons a little differently when the part was. */
    private void repeat(Beacon beacon) {
        if (random.nextInt(5) == 0) {
            var moment = beacon.moment();
            var again = new Moment(
                    moment.receivedMillis() + random.nextInt(60_000),
                    moment.atMillis() + random.nextInt(40),
                    moment.elapsedMillis());
            log.add(new Beacon(
                    beacon.video(),
                    beacon.session(),
                    beacon.sequence(),
                    again,
                    beacon.part(),
                    beacon.source(),
                    beacon.viewer(),
                    beacon.client(),
                    beacon.content(),
                    beacon.quality()));
        }
    }

    /** All of one network, and gone as soon as they count. */
    private void program(String name, long begin) {
        for (var part = 0; part < 2; part++) {
            var at = begin + (part + 1) * 5_500L + random.nextInt(200);
            log.add(new Beacon(
                    new VideoId(firstVideo + 2),
                    Session.of(name),
                    part,
                    new Moment(at + random.nextInt(1_000), at, at - begin),
                    new Part(new long[] {part * 5_500L, (part + 1) * 5_500L}, 0, 1, 0, Event.PROGRESS),
                    Source.DIRECT,
                    new Viewer(random.nextLong(1L << 40), 999, false, false),
                    new Client(AgentKind.BROWSER, 77, Device.DESKTOP, "US", false),
                    new Content(120_000, false),
                    null));
        }
    }

    /** The log's entries are written when they come in, some a minute apart. */
    private List<Beacon> inOrderOfReceipt() {
        record Entry(Beacon beacon, long written) {}
        return log.stream()
                .map(beacon -> new Entry(beacon, beacon.moment().receivedMillis() + random.nextInt(60_000)))
                .sorted(Comparator.comparingLong(Entry::written))
                .map(Entry::beacon)
                .toList();
    }
}
