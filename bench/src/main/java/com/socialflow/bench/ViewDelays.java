package com.socialflow.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Pattern;

/** From the moment that a beacon is sent until somebody who asks again and again is told of it. */
final class ViewDelays {

    private static final int WARM_UP = 50;
    private static final int MEASURED = 400;

    /** Beacons come at odd moments: from one to the next at most. */
    private static final int PAUSE_MILLIS_MAX = 200;

    private static final long PATIENCE_SECONDS = 30;
    private static final long CAUGHT_UP_WITHIN_SECONDS = 240;
    private static final int CAUGHT_UP_LOOK_MILLIS = 500;
    private static final long SEED = 17;
    private static final int VIDEO_SECONDS = 20;
    private static final Pattern IN_STATS = Pattern.compile("\"rawViews\":(\\d+)");
    private static final Pattern IN_TOTALS = Pattern.compile("\"totals\":\\{[^}]*\"rawViews\":(\\d+)");

    private final Running program;
    private final Creator creator;
    private final Beacons beacons;
    private long sentBefore;

    ViewDelays(Running program, Creator creator, Beacons beacons) {
        this.program = program;
        this.creator = creator;
        this.beacons = beacons;
    }

    /** Of a video that nobody has watched yet. */
    void measure(String video, Results results) throws Exception {
        creator.awaitReady(video);
        var stats = "/api/v1/videos/" + video + "/stats";
        report(results, "beacon to stats", delays(video, stats, "", IN_STATS, 5), 1);
        var studio = "/api/v1/studio/videos/%s/analytics?metrics=rawViews&granularity=minute&from=%s&to=%s"
                .formatted(
                        video,
                        Instant.now().minus(Duration.ofHours(1)),
                        Instant.now().plus(Duration.ofHours(1)));
        report(results, "beacon to the studio's analytics", delays(video, studio, creator.token(), IN_TOTALS, 25), 3);
    }

    private static void report(Results results, String what, double[] seconds, double goal) {
        Arrays.sort(seconds);
        results.note(what + ", median", seconds[seconds.length / 2], "s");
        results.atMost(what + ", 99 of 100", seconds[seconds.length * 99 / 100], goal, "s");
    }

    /** The first beacons warm up. */
    private double[] delays(String video, String path, String token, Pattern number, int lookMillis) throws Exception {
        var question = Connection.get(path, token);
        var before = sentBefore;
        sentBefore += WARM_UP + MEASURED;
        var sent = new AtomicLongArray(WARM_UP + MEASURED);
        try (var connection = new Connection(program.port())) {
            awaitTold(connection, question, number, before);
            var sender = new FutureTask<>(() -> send(video, sent));
            Thread.ofPlatform().start(sender);
            var told = new long[sent.length()];
            var known = 0;
            var deadline = System.nanoTime()
                    + TimeUnit.MILLISECONDS.toNanos((long) PAUSE_MILLIS_MAX * sent.length())
                    + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (known < told.length) {
                var now = ViewsBench.number(connection.ask(question), number) - before;
                for (; known < now && known < told.length; known++) {
                    told[known] = System.nanoTime();
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(known + " of " + told.length + " beacons are told at " + path);
                }
                Thread.sleep(lookMillis);
            }
            sender.get();
            var seconds = new double[MEASURED];
            for (var n = 0; n < MEASURED; n++) {
                seconds[n] = (told[WARM_UP + n] - sent.get(WARM_UP + n)) / 1e9;
            }
            return seconds;
        }
    }

    private Void send(String video, AtomicLongArray sent) throws IOException, InterruptedException {
        var random = new SplittableRandom(SEED);
        try (var connection = new Connection(program.port())) {
            for (var n = 0; n < sent.length(); n++) {
                Thread.sleep(random.nextInt(PAUSE_MILLIS_MAX));
                var request = beacons.ofOnePlayer(video, 1, VIDEO_SECONDS);
                sent.set(n, System.nanoTime());
                connection.ask(request, OutputStream.nullOutputStream());
            }
        }
        return null;
    }

    /** Waits until all that was sent before is told, which the flood of others may hold up. */
    private static void awaitTold(Connection connection, byte[] question, Pattern number, long before)
            throws IOException, InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CAUGHT_UP_WITHIN_SECONDS);
        while (ViewsBench.number(connection.ask(question), number) < before) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("what was sent before is not told");
            }
            Thread.sleep(CAUGHT_UP_LOOK_MILLIS);
        }
    }
}
