package com.socialflow.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What players send of sessions that nobody had before. */
final class Beacons {

    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    private static final long SEED = 5;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private long sessions;

    /** What a player tells at once that could not for a while: one session of most of a video of so many seconds. */
    byte[] ofOnePlayer(String video, int beacons, int seconds) {
        var name = name();
        var step = seconds * (0.6 + random.nextDouble() * 0.4) / beacons;
        var told = new ArrayList<String>();
        for (var i = 0; i < beacons; i++) {
            told.add(beacon(name, i, i * step, (i + 1) * step, beacons * step));
        }
        return request(video, told);
    }

    /** So many players at once, each of a session of its own that saw most of a video of so many seconds. */
    byte[] ofPlayers(String video, int beacons, int seconds) {
        var told = new ArrayList<String>();
        for (var i = 0; i < beacons; i++) {
            var watched = seconds * (0.6 + random.nextDouble() * 0.4);
            told.add(beacon(name(), 0, 0, watched, watched));
        }
        return request(video, told);
    }

    private String name() {
        return "bench-" + run + "-" + sessions++;
    }

    private static String beacon(String session, int sequence, double from, double to, double sent) {
        return String.format(
                Locale.ROOT,
                "{\"session\":\"%s\",\"sequence\":%d,\"intervals\":[[%.2f,%.2f]],"
                        + "\"positionSeconds\":%4$.2f,\"elapsedSeconds\":%4$.2f,\"sentSeconds\":%5$.2f,"
                        + "\"event\":\"progress\",\"source\":\"home\"}",
                session,
                sequence,
                from,
                to,
                sent);
    }

    private static byte[] request(String video, List<String> beacons) {
        var json = "{\"beacons\":[" + String.join(",", beacons) + "]}";
        var head = "POST /api/v1/videos/" + video + "/views HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + BROWSER
                + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n";
        return (head + json).getBytes(StandardCharsets.US_ASCII);
    }
}
