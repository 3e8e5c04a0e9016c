package com.socialflow.views.population;

import com.socialflow.core.VideoId;
import com.socialflow.views.Beacon;
import com.socialflow.views.Client;
import com.socialflow.views.Content;
import com.socialflow.views.Event;
import com.socialflow.views.Moment;
import com.socialflow.views.Part;
import com.socialflow.views.Session;
import com.socialflow.views.Source;
import com.socialflow.views.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A player and the way from it to the server: keeps the clocks, and tells parts as the program's own player does. */
final class Player {

    /** Nobody's way to the server is shorter, nor often longer than ten times that. */
    private static final int WAY_MILLIS = 20;

    final RandomGenerator random;
    private final Video video;
    private final long beganMillis;
    private final Source source;
    private final Viewer viewer;
    private final Client client;
    private final Session session;
    private final List<Beacon> beacons = new ArrayList<>();

    private long elapsed;
    private long position;
    private long keptMillis;
    private boolean even;

    /** A video that somebody may watch. */
    record Video(VideoId id, long durationMillis) {}

    /** Who is there, with what. */
    record Place(Viewer viewer, Client client) {}

    Player(RandomGenerator random, Video video, long beganMillis, Place place) {
        this.random = random;
        this.video = video;
        this.beganMillis = beganMillis;
        this.viewer = place.viewer();
        this.client = place.client();
        this.source = Source.values()[1 + random.nextInt(Source.values().length - 1)];
        this.session = new Session(random.nextLong(), random.nextLong());
    }

    /** The clock runs, nothing plays: a start, a pause, a stall. */
    void idle(long millis) {
        elapsed += millis;
    }

    /** From now on the line is down for so long: the beacons are kept, and say so when they are sent. */
    void keep(long millis) {
        keptMillis = millis;
    }

    /** The way to the server is always the same. */
    void even() {
        even = true;
    }

    void seek(long to) {
        position = Math.clamp(to, 0, video.durationMillis());
    }

    long position() {
        return position;
    }

    long elapsed() {
        return elapsed;
    }

    Video video() {
        return video;
    }

    /** Plays for so long on the clock, at most to the end, and tells it. The content that was played. */
    long play(long clockMillis, float rate, long hiddenMillis) {
        var content = Math.min((long) (clockMillis * (double) rate), video.durationMillis() - position);
        if (content <= 0) {
            return 0;
        }
        elapsed += (long) Math.ceil(content / (double) rate);
        tell(new long[] {position, position + content}, rate, hiddenMillis);
        position += content;
        return content;
    }

    /** Tells intervals, played or not. */
    void tell(long[] intervals, float rate, long hiddenMillis) {
        var way = even ? WAY_MILLIS : WAY_MILLIS + (long) (WAY_MILLIS * random.nextExponential() * 3);
        var ended = beganMillis + elapsed;
        var event = beacons.isEmpty() ? Event.START : Event.PROGRESS;
        beacons.add(new Beacon(
                video.id(),
                session,
                beacons.size(),
                new Moment(ended + way + keptMillis, ended + way, elapsed),
                new Part(intervals, intervals[intervals.length - 1], rate, hiddenMillis, event),
                source,
                viewer,
                client,
                new Content(video.durationMillis(), false),
                null));
    }

    Visit visit(Kind kind, boolean counts) {
        return new Visit(kind, counts, beacons);
    }

    boolean told() {
        return !beacons.isEmpty();
    }
}
