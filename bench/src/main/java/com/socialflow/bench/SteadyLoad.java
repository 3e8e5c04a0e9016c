package com.socialflow.bench;

import com.socialflow.bench.SocialBench.Member;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Home pages that are asked for at fixed moments, whether or not the answers before have come, while others post. An
 * answer takes as long as from the moment that it should have been asked for: who has to queue waits, too.
 */
final class SteadyLoad {

    private static final int A_SECOND = 500;
    private static final int SECONDS = 30;

    /** Until what only posts call has been compiled, which takes each method thousands of calls. */
    private static final int WARM_SECONDS = 120;

    private static final int POSTS_A_SECOND = 20;

    /** At once under way at most: far more than there should ever be. */
    private static final int CLIENTS = 64;

    private static final long SEED = 11;

    private final Running program;
    private final List<Member> readers;
    private final List<Member> authors;

    SteadyLoad(Running program, List<Member> readers, List<Member> authors) {
        this.program = program;
        this.readers = readers;
        this.authors = authors;
    }

    void measure(Results results) throws Exception {
        var took = new double[A_SECOND * (SECONDS + WARM_SECONDS)];
        var next = new AtomicInteger();
        var began = System.nanoTime();
        var work = new ArrayList<Callable<Void>>();
        for (var client = 0; client < CLIENTS; client++) {
            work.add(() -> read(began, next, took));
        }
        work.add(() -> write(began));
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        var measured = Arrays.copyOfRange(took, A_SECOND * WARM_SECONDS, took.length);
        Arrays.sort(measured);
        var what = "home page of 20 at " + A_SECOND + " a second, " + POSTS_A_SECOND + " posts a second beside, ";
        results.note(what + "median", measured[measured.length / 2], "ms");
        results.atMost(what + "99 of 100", measured[measured.length * 99 / 100], 15, "ms");
    }

    private Void read(long began, AtomicInteger next, double[] took) throws IOException, InterruptedException {
        try (var connection = new Connection(program.port())) {
            for (var n = next.getAndIncrement(); n < took.length; n = next.getAndIncrement()) {
                var due = began + TimeUnit.SECONDS.toNanos(1) / A_SECOND * n;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                connection.ask(SocialBench.home(readers.get(n % readers.size())), OutputStream.nullOutputStream());
                took[n] = (System.nanoTime() - due) / 1e6;
            }
        }
        return null;
    }

    private Void write(long began) throws IOException, InterruptedException {
        var random = new SplittableRandom(SEED);
        try (var connection = new Connection(program.port())) {
            for (var n = 0; n < POSTS_A_SECOND * (SECONDS + WARM_SECONDS); n++) {
                var due = began + TimeUnit.SECONDS.toNanos(1) / POSTS_A_SECOND * n;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                // One of ten has thousands of followers.
                var group = n % 10 == 0 ? authors : readers;
                var author = group.get(random.nextInt(group.size()));
                connection.ask(post(author, "Said under load, " + n));
            }
        }
        return null;
    }

    static byte[] post(Member author, String text) {
        return Connection.post("/api/v1/posts", "{\"text\":\"%s\"}".formatted(text), author.token());
    }
}
