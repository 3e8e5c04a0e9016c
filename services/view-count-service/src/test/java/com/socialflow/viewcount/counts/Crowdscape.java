package com.socialflow.viewcount.counts;

import com.socialflow.core.VideoId;
import com.socialflow.views.AgentKind;
import com.socialflow.views.Beacon;
import com.socialflow.views.Client;
import com.socialflow.views.Content;
import com.socialflow.views.Device;
import com.socialflow.views.Event;
import com.socialflow.views.Moment;
import com.socialflow.views.Part;
import com.socialflow.views.Session;
import com.socialflow.views.Source;
import com.socialflow.views.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * People and programs that play videos for some days, as the log hears of them: in any order, some beacons twice, some
 * a day late, some far too late.
 */
final class Crowdscape {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final int NETWORKS = 40;

    /** Behind these sit programs that all do the same. */
    private static final int FARMS = 4;

    private final SplittableRandom random;
    private final List<VideoId> videos;
    private final long begin;
    private final long duration;

    Crowdscape(SplittableRandom random, List<VideoId> videos, long begin, Duration duration) {
        this.random = random;
        this.videos = videos;
        this.begin = begin;
        this.duration = duration.toMillis();
    }

    /** About so many beacons in the order of their receipts. */
    List<Beacon> beacons(int count) {
        var all = new ArrayList<Beacon>();
        for (var session = 0; all.size() < count; session++) {
            if (random.nextInt(12) == 0) {
                farm(all, session);
            } else {
                person(all, session);
            }
        }
        all.sort(Comparator.comparingLong(beacon -> beacon.moment().receivedMillis()));
        return all;
    }

    private void person(List<Beacon> all, int number) {
        var start = begin + random.nextLong(duration);
        var network = FARMS + random.nextInt(NETWORKS);
        var client = new Client(
                random.nextInt(30) == 0 ? AgentKind.BOT : AgentKind.BROWSER,
                random.nextLong(1, 50),
                Device.DESKTOP,
                "DE",
                random.nextInt(25) == 0);
        var session = Session.of("person-" + number + "-" + random.nextLong());
        var video = videos.get((int) (videos.size() * Math.pow(random.nextDouble(), 2)));
        if (random.nextInt(40) == 0) {
            withoutClock(all, session, video, start, network, client);
            return;
        }
        play(all, session, video, start, network, client, random.nextInt(1, 40));
        // Names come again, some after hours, some after days.
        var again = start + random.nextLong(60 * HOUR);
        if (random.nextInt(20) == 0 && again < begin + duration) {
            play(all, session, video, again, network, client, random.nextInt(1, 10));
        }
    }

    /** Goes on in its first hour, for a day and more. */
    private void withoutClock(
            List<Beacon> all, Session session, VideoId video, long start, int network, Client client) {
        var parts = random.nextInt(1, 12);
        var at = start;
        for (var sequence = 0; sequence < parts && at < begin + duration; sequence++) {
            part(all, session, video, at, network, client, sequence, Moment.NO_CLOCK, 3_000 + random.nextLong(8_000));
            at += random.nextInt(12) == 0 ? random.nextLong(30 * HOUR) : random.nextLong(8 * HOUR);
        }
    }

    /** A dozen sessions that stop just after they became views. */
    private void farm(List<Beacon> all, int number) {
        var start = begin + random.nextLong(duration);
        var network = random.nextInt(FARMS);
        var client = new Client(AgentKind.BROWSER, 7, Device.DESKTOP, "XX", random.nextBoolean());
        var video = random.nextInt(2);
        for (var i = 0; i < 12; i++) {
            var session = Session.of("farm-" + number + "-" + i + "-" + random.nextLong());
            part(
                    all,
                    session,
                    videos.get(video),
                    start + random.nextLong(20 * MINUTE),
                    network,
                    client,
                    0,
                    10_200,
                    10_200);
        }
    }

    private void play(
            List<Beacon> all, Session session, VideoId video, long start, int network, Client client, int parts) {
        var elapsed = 0L;
        for (var sequence = 0; sequence < parts; sequence++) {
            // Sometimes paused, for so long that the session's next hour comes.
            elapsed += random.nextInt(15) == 0 ? random.nextLong(80 * MINUTE) : 0;
            var played = 3_000 + random.nextLong(8_000);
            elapsed += played + random.nextLong(300);
            part(all, session, video, start, network, client, sequence, elapsed, played);
        }
    }

    private void part(
            List<Beacon> all,
            Session session,
            VideoId video,
            long start,
            int network,
            Client client,
            int sequence,
            long elapsed,
            long played) {
        var at = start + Math.max(0, elapsed);
        var from = Math.max(0, elapsed - played);
        var times = random.nextInt(8) == 0 ? 2 : 1;
        for (var i = 0; i < times; i++) {
            var received = at + delay();
            all.add(new Beacon(
                    video,
                    session,
                    sequence,
                    new Moment(received, at, elapsed),
                    new Part(new long[] {from, from + played}, from + played, 1, 0, Event.PROGRESS),
                    Source.HOME,
                    new Viewer(session.high(), network + 1L, random.nextInt(200) == 0, false),
                    client,
                    new Content(4 * HOUR, false),
                    null));
        }
    }

    private long delay() {
        return switch (random.nextInt(20)) {
            case 0 -> random.nextLong(24 * HOUR);
            case 1, 2 -> random.nextLong(30 * MINUTE);
            case 3 -> random.nextInt(10) == 0 ? 24 * HOUR + 1 + random.nextLong(20 * HOUR) : random.nextLong(HOUR);
            default -> random.nextLong(2_000);
        };
    }
}
