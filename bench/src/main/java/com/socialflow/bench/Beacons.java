package com.socialflow.bench;

import java.nio.charset.StandardCharsets;
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

    /** A request with so many beacons, each of a session of its own that saw most of a video of so many seconds. */
    byte[] request(String video, int beacons, int seconds) {
        var body = new StringBuilder("{\"beacons\":[");
        for (var i = 0; i < beacons; i++) {
            var watched = seconds * (0.6 + random.nextDouble() * 0.4);
            var text = "%s{\"session\":\"bench-%s-%d\",\"sequence\":0,\"intervals\":[[0,%.2f]],"
                    + "\"positionSeconds\":%4$.2f,\"elapsedSeconds\":%4$.2f,\"sentSeconds\":%4$.2f,"
                    + "\"event\":\"progress\",\"source\":\"home\"}";
            body.append(String.format(Locale.ROOT, text, i == 0 ? "" : ",", run, sessions++, watched));
        }
        var json = body.append("]}").toString();
        var head = "POST /api/v1/videos/" + video + "/views HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + BROWSER
                + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n";
        return (head + json).getBytes(StandardCharsets.US_ASCII);
    }
}
