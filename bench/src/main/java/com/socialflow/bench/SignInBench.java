package com.socialflow.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Sign-ins by a right password beside the bare hash in them ({@link BareArgon2}): CPU of all processes of the program
 * for each sign-in, CPU of this process for each hash, as many of either at once as there are processors. In short
 * turns, one after the other, for a shared machine changes its speed within seconds.
 */
final class SignInBench {

    /** Until most of what only sign-ins call has been compiled, which takes each method ten thousand calls. */
    private static final int WARM_UP = 12_000;

    private static final int WARM_UP_BARE = 200;
    private static final int TURN = 32;
    private static final int TURNS = 20;

    private SignInBench() {}

    /** Those who sign in, in turn; no two clients are the same person. */
    private record Visitor(Queue<String> people) implements Load.Client {

        @Override
        public long ask(Connection connection) throws IOException {
            var person = people.remove();
            people.add(person);
            return connection.ask(request(person)).length();
        }
    }

    static void measure(Running program, List<String> people, Results results) throws Exception {
        var atOnce = Runtime.getRuntime().availableProcessors();
        var visitors = new ArrayList<Visitor>();
        for (var i = 0; i < atOnce; i++) {
            visitors.add(new Visitor(new ArrayDeque<>()));
        }
        for (var i = 0; i < people.size(); i++) {
            visitors.get(i % atOnce).people().add(people.get(i));
        }
        var hashes = new Costs();
        var kept = new Costs();
        var signIns = new Costs();
        var ratios = new ArrayList<Double>();
        try (var bare = new BareArgon2(Creator.PASSWORD, atOnce)) {
            bare.run(WARM_UP_BARE);
            bare.runInKeptMemory(WARM_UP_BARE);
            Load.run(program.port(), visitors, WARM_UP);
            for (var turn = 0; turn < TURNS; turn++) {
                var hash = hashes.during(BareArgon2::cpuSeconds, () -> bare.run(TURN));
                var signIn = signIns.during(program::cpuSeconds, () -> Load.run(program.port(), visitors, TURN));
                kept.during(BareArgon2::cpuSeconds, () -> bare.runInKeptMemory(TURN));
                ratios.add(hash / signIn);
            }
        }
        results.atLeast(
                "sign-ins beside bare Argon2id, a CPU second each, median of " + TURNS,
                StartBench.median(ratios),
                0.9,
                "times");
        results.note("bare Argon2id, CPU", StartBench.median(hashes.cpu) * 1000, "ms a hash");
        results.note("the same in memory that is used again", StartBench.median(kept.cpu) * 1000, "ms a hash");
        results.note("sign-in, CPU of all processes", StartBench.median(signIns.cpu) * 1000, "ms a sign-in");
        results.note("bare Argon2id, " + atOnce + " at once", StartBench.median(hashes.rate), "hashes/s");
        results.note("sign-ins, " + atOnce + " at once", StartBench.median(signIns.rate), "sign-ins/s");
    }

    static byte[] request(String person) {
        var body = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(person, Creator.PASSWORD);
        return Connection.post("/api/v1/sessions", body);
    }

    /** What the turns of one side took. */
    private static final class Costs {

        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> rate = new ArrayList<>();

        interface Clock {
            double seconds() throws IOException;
        }

        interface Turn {
            void take() throws Exception;
        }

        /** CPU seconds for each of the turn. */
        double during(Clock clock, Turn turn) throws Exception {
            var began = System.nanoTime();
            var before = clock.seconds();
            turn.take();
            var each = (clock.seconds() - before) / TURN;
            cpu.add(each);
            rate.add(TURN * 1e9 / (System.nanoTime() - began));
            return each;
        }
    }
}
