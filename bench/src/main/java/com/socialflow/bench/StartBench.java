package com.socialflow.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How soon the program serves, how soon its engines do, and what it holds while nobody asks anything. */
final class StartBench {

    private static final int RUNS = 5;
    private static final int SETTLE_MILLIS = 10_000;

    private StartBench() {}

    static void measure(Path root, Path work, Results results) throws IOException, InterruptedException {
        System.out.println("measuring start …");
        var first = new ArrayList<Double>();
        var engines = new ArrayList<Double>();
        var memory = 0.0;
        // The first run makes the cluster; the goals are for every later one.
        for (var run = 0; run <= RUNS; run++) {
            try (var program = Running.start(root, work.resolve("start"))) {
                var served = program.seconds();
                program.awaitEngines();
                if (run == 0) {
                    results.note("first start on an empty data directory, to the first 200", served, "s");
                } else {
                    first.add(served);
                    engines.add(program.seconds());
                }
                if (run == RUNS) {
                    Thread.sleep(SETTLE_MILLIS);
                    memory = program.memoryMegabytes();
                }
            }
        }
        results.atMost("start to the first 200, median of " + RUNS, median(first), 3, "s");
        results.atMost("start to all engines ready, median of " + RUNS, median(engines), 6, "s");
        results.atMost("memory of all processes, idle (PSS)", memory, 700, "MB");
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
