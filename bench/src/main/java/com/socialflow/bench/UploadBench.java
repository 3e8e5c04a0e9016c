package com.socialflow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SplittableRandom;

/** How fast bytes come in, beside a copy of the same file on the same disk. */
final class UploadBench {

    private static final long SIZE = 1L << 30;
    private static final int RUNS = 3;

    private UploadBench() {}

    static void measure(Running program, Results results) throws Exception {
        var creator = Creator.register(program, "upload_bench");
        var file = file(program.data().resolveSibling("upload.bin"));
        var copies = new ArrayList<Double>();
        var uploads = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            var began = System.nanoTime();
            var copy = program.data().resolveSibling("upload.copy");
            new ProcessBuilder("cp", file.toString(), copy.toString()).start().waitFor();
            copies.add(rate(began));
            Files.delete(copy);
            began = System.nanoTime();
            creator.upload(file);
            uploads.add(rate(began));
        }
        Files.delete(file);
        var copied = StartBench.median(copies);
        var uploaded = StartBench.median(uploads);
        results.note("cp of 1 GB", copied, "MB/s");
        results.note("upload of 1 GB, durable", uploaded, "MB/s");
        results.atLeast("upload beside cp", uploaded / copied, 0.5, "times");
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
