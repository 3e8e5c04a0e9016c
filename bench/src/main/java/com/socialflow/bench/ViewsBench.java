package com.socialflow.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Beacons from the HTTP request over Kafka into Redis: how many, what each costs all processes, and how soon they are
 * in the numbers that viewers and owners see.
 */
final class ViewsBench {

    private static final int VIDEOS = 8;
    private static final int VIDEO_SECONDS = 20;

    private static final int BATCH = 20;
    private static final int CONNECTIONS = 32;
    private static final int WARM_UP_REQUESTS = 51_200;
    private static final int REQUESTS = 25_600;
    private static final int RUNS = 3;

    private static final long COUNTED_WITHIN_SECONDS = 120;
    private static final int LOOK_MILLIS = 20;
    private static final Pattern RAW = Pattern.compile("\"rawViews\":(\\d+)");

    private final Running program;
    private final Beacons beacons = new Beacons();
    private final List<String> videos = new ArrayList<>();
    /** Sessions, each of which is a raw view. */
    private long sent;

    private ViewsBench(Running program) {
        this.program = program;
    }

    /** The way of beacons alone: HTTP, Kafka, counting, Redis. The program's stream job is a Flink cluster's. */
    static void measureWay(Running program, Results results) throws Exception {
        var bench = new ViewsBench(program);
        bench.upload(Creator.register(program, "beacons_bench"));
        bench.send(bench.ofOnePlayer(WARM_UP_REQUESTS), WARM_UP_REQUESTS, 1);
        bench.measure("beacons in batches of " + BATCH + ", each a player's", 50_000, 1, bench::ofOnePlayer, results);
        bench.measure("the same, each of " + BATCH + " players", 0, BATCH, bench::ofPlayers, results);
    }

    /** What people see of them, and what the stream job beside it costs. */
    static void measure(Running program, Results results) throws Exception {
        var creator = Creator.register(program, "views_bench");
        var bench = new ViewsBench(program);
        var first = bench.upload(creator);
        new ViewDelays(program, creator, bench.beacons).measure(first, results);
        bench.sent += bench.counted();
        new StudioBench(program, creator).measure(first, results);
        bench.send(bench.ofOnePlayer(WARM_UP_REQUESTS), WARM_UP_REQUESTS, 1);
        bench.measure("beacons, the stream job in the same process", 0, 1, bench::ofOnePlayer, results);
    }

    /** The first of the videos that are watched. */
    private String upload(Creator creator) throws Exception {
        var clip = Clips.tiny(program, VIDEO_SECONDS);
        for (var i = 0; i < VIDEOS; i++) {
            videos.add(creator.upload(clip));
        }
        for (var video : videos) {
            creator.awaitReady(video);
        }
        return videos.getFirst();
    }

    private void measure(String what, double goal, int sessions, IntFunction<List<Load.Client>> load, Results results)
            throws Exception {
        var accepted = new ArrayList<Double>();
        var counted = new ArrayList<Double>();
        var cost = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            var clients = load.apply(REQUESTS);
            var cpu = program.cpuSeconds();
            var began = System.nanoTime();
            accepted.add(send(clients, REQUESTS, sessions) * BATCH);
            counted.add(REQUESTS * BATCH / ((System.nanoTime() - began) / 1e9));
            cost.add(REQUESTS * BATCH / (program.cpuSeconds() - cpu));
        }
        var each = what + ", " + CONNECTIONS + " connections, ";
        var until = each + "until the last is counted, median of " + RUNS;
        if (goal > 0) {
            results.atLeast(until, StartBench.median(counted), goal, "/s");
        } else {
            results.note(until, StartBench.median(counted), "/s");
        }
        results.note(each + "acknowledged, median of " + RUNS, StartBench.median(accepted), "/s");
        results.note(each + "a CPU second of all processes, median of " + RUNS, StartBench.median(cost), "");
    }

    /** Until all are counted. Requests a second while they were acknowledged. */
    private double send(List<Load.Client> clients, int requests, int sessions) throws Exception {
        var rate = Load.run(program.port(), clients, requests).requests();
        sent += (long) requests * sessions;
        awaitCounted();
        return rate;
    }

    private List<Load.Client> ofOnePlayer(int requests) {
        return clients(requests, video -> beacons.ofOnePlayer(video, BATCH, VIDEO_SECONDS));
    }

    private List<Load.Client> ofPlayers(int requests) {
        return clients(requests, video -> beacons.ofPlayers(video, BATCH, VIDEO_SECONDS));
    }

    /** Their requests are made before, for that would take from the processors that are measured. */
    private List<Load.Client> clients(int requests, Function<String, byte[]> request) {
        var all = new ArrayList<Load.Client>();
        for (var client = 0; client < CONNECTIONS; client++) {
            var mine = new ArrayList<byte[]>();
            for (var n = 0; n < requests / CONNECTIONS; n++) {
                mine.add(request.apply(videos.get((client + n) % VIDEOS)));
            }
            var turn = mine.iterator();
            all.add(connection -> connection.ask(turn.next(), OutputStream.nullOutputStream()));
        }
        return all;
    }

    private void awaitCounted() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(COUNTED_WITHIN_SECONDS);
        try (var connection = new Connection(program.port())) {
            for (var counted = counted(connection); counted < sent; counted = counted(connection)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(counted + " of " + sent + " sessions are counted");
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private long counted() throws IOException {
        try (var connection = new Connection(program.port())) {
            return counted(connection);
        }
    }

    private long counted(Connection connection) throws IOException {
        var sum = 0L;
        for (var video : videos) {
            sum += number(connection.ask(Connection.get("/api/v1/videos/" + video + "/stats", "")), RAW);
        }
        return sum;
    }

    /** The number of that name; 0 when there is none. */
    static long number(String json, Pattern name) {
        var found = name.matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }
}
