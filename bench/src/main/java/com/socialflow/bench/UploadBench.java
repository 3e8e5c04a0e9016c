package com.socialflow.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** How fast bytes come in, beside a copy of the same file on the same disk. */
final class UploadBench {

    private static final long SIZE = 2L << 30;
    private static final int RUNS = 3;

    private UploadBench() {}

    static void measure(Running program, Results results) throws Exception {
        var creator = Creator.register(program, "upload_bench");
        var file = file(program.data().resolveSibling("upload.bin"));
        var copies = new ArrayList<Double>();
        var durable = new ArrayList<Double>();
        var uploads = new ArrayList<Double>();
        var heap = new Heap(program);
        for (var run = 0; run < RUNS; run++) {
            copies.add(copied(file, program.data().resolveSibling("upload.copy"), false));
            durable.add(copied(file, program.data().resolveSibling("upload.copy"), true));
            var began = System.nanoTime();
            var id = heap.during(() -> creator.upload(file));
            uploads.add(rate(began));
            creator.delete(id);
        }
        Files.delete(file);
        var copied = StartBench.median(durable);
        var uploaded = StartBench.median(uploads);
        results.note("cp of 2 GB, into memory", StartBench.median(copies), "MB/s");
        results.note("cp of 2 GB and sync, onto the disk", copied, "MB/s");
        results.note("upload of 2 GB, onto the disk", uploaded, "MB/s");
        results.atLeast("upload beside cp, both onto the disk", uploaded / copied, 0.5, "times");
        results.atMost("heap that an upload of 2 GB adds, garbage included", heap.added() / 1e6, 64, "MB");
    }

    /** How far the heap rises above where it was when an upload began, looked at four times a second. */
    private static final class Heap {

        private static final Pattern USED =
                Pattern.compile("(?m)^jvm_memory_used_bytes\\{.*area=\"heap\".*} ([0-9.E]+)$");
        private static final int EVERY_MILLIS = 250;

        private final Running program;
        private double added;

        Heap(Running program) {
            this.program = program;
        }

        double added() {
            return added;
        }

        String during(Callable<String> work) throws Exception {
            var before = used();
            try (var one = Executors.newSingleThreadExecutor()) {
                var result = one.submit(work);
                while (!result.isDone()) {
                    added = Math.max(added, used() - before);
                    Thread.sleep(EVERY_MILLIS);
                }
                return result.get();
            }
        }

        private double used() throws IOException, InterruptedException {
            var metrics = program.send(HttpRequest.newBuilder(program.uri("/actuator/prometheus")))
                    .body();
            return USED.matcher(metrics)
                    .results()
                    .mapToDouble(found -> Double.parseDouble(found.group(1)))
                    .sum();
        }
    }

    /** How fast cp copies. It does not wait for the disk by itself; the acknowledgement of an upload does. */
    private static double copied(Path file, Path copy, boolean durably) throws IOException, InterruptedException {
        var began = System.nanoTime();
        new ProcessBuilder("cp", file.toString(), copy.toString()).start().waitFor();
        if (durably) {
            new ProcessBuilder("sync", copy.toString()).start().waitFor();
        }
        var rate = rate(began);
        Files.delete(copy);
        return rate;
    }

    private static double rate(long began) {
        return SIZE / 1e6 / ((System.nanoTime() - began) / 1e9);
    }

    /** Random bytes: nothing on the way can compress them. They are no video, so no work follows. */
    private static Path file(Path path) throws IOException {
        var random = new SplittableRandom(1);
        var block = new byte[1 << 20];
        try (var out = Files.newOutputStream(path)) {
            for (var written = 0L; written < SIZE; written += block.length) {
                random.nextBytes(block);
                out.write(block);
            }
        }
        return path;
    }
}
