package com.socialflow.bench;

import java.util.ArrayList;

/** What a read of the API costs all processes of the program. */
final class ApiBench {

    private static final int VIDEOS = 24;
    /** Until the compilers have come to rest. */
    private static final int WARM_UP = 200_000;

    private static final int MEASURED = 50_000;
    private static final int RUNS = 5;
    private static final int CONNECTIONS = 8;

    private ApiBench() {}

    static void measure(Running program, Results results) throws Exception {
        var creator = Creator.register(program, "api_bench");
        var clip = Clips.tiny(program, 1);
        var last = "";
        for (var i = 0; i < VIDEOS; i++) {
            last = creator.upload(clip);
        }
        creator.awaitReady(last);
        var one = "/api/v1/videos/" + last;
        results.atMost(
                "GET one video, CPU of all processes, median of " + RUNS,
                milliseconds(program, one),
                0.25,
                "ms a request");
        var page = "/api/v1/videos?sort=recent&limit=" + VIDEOS;
        results.atMost(
                "GET a page of 24 videos, CPU of all processes, median of " + RUNS,
                milliseconds(program, page),
                1,
                "ms a request");
        results.note(
                "GET one video",
                Load.run(program.port(), one, CONNECTIONS, MEASURED).requests(),
                "requests/s");
    }

    private static double milliseconds(Running program, String path) throws Exception {
        Load.run(program.port(), path, CONNECTIONS, WARM_UP);
        var measured = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            var before = program.cpuSeconds();
            Load.run(program.port(), path, CONNECTIONS, MEASURED);
            measured.add((program.cpuSeconds() - before) * 1000 / MEASURED);
        }
        return StartBench.median(measured);
    }
}
