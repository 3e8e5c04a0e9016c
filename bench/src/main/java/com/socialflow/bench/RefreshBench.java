package com.socialflow.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Refreshes: requests that replace the refresh token of one of many sessions, each with the token that the one before
 * gave, for each CPU second of all processes of the program.
 */
final class RefreshBench {

    private static final int CONNECTIONS = 8;
    /** Until most has been compiled; also tokens for {@link TokenBench}. */
    private static final int WARM_UP = 60_000;

    private static final int MEASURED = 8_000;
    private static final int RUNS = 5;

    private final Running program;
    private final List<Refresher> clients = new ArrayList<>();

    /** Signs each of them in. */
    RefreshBench(Running program, List<String> people) throws IOException {
        this.program = program;
        for (var i = 0; i < CONNECTIONS; i++) {
            clients.add(new Refresher());
        }
        try (var connection = new Connection(program.port())) {
            for (var i = 0; i < people.size(); i++) {
                var tokens = connection.ask(SignInBench.request(people.get(i)));
                clients.get(i % CONNECTIONS).sessions.add(Creator.field(tokens, "refreshToken"));
            }
        }
    }

    /** Some of the sessions: a refresh token is good once, so no other client may have them. */
    private static final class Refresher implements Load.Client {

        private final Queue<String> sessions = new ArrayDeque<>();
        private final List<String> accessTokens = new ArrayList<>();

        @Override
        public long ask(Connection connection) throws IOException {
            var body = "{\"refreshToken\":\"" + sessions.remove() + "\"}";
            var tokens = connection.ask(Connection.post("/api/v1/sessions/refresh", body));
            sessions.add(Creator.field(tokens, "refreshToken"));
            accessTokens.add(Creator.field(tokens, "accessToken"));
            return tokens.length();
        }
    }

    void measure(Results results) throws Exception {
        Load.run(program.port(), clients, WARM_UP);
        var aCpuSecond = new ArrayList<Double>();
        var aSecond = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            var before = program.cpuSeconds();
            aSecond.add(Load.run(program.port(), clients, MEASURED).requests());
            aCpuSecond.add(MEASURED / (program.cpuSeconds() - before));
        }
        results.atLeast(
                "refreshes, CPU of all processes, median of " + RUNS,
                StartBench.median(aCpuSecond),
                1_200,
                "a CPU second");
        results.note("refreshes, " + CONNECTIONS + " connections", StartBench.median(aSecond), "requests/s");
    }

    /** All that were given: nobody has shown any of them yet. */
    List<String> accessTokens() {
        return clients.stream().flatMap(client -> client.accessTokens.stream()).toList();
    }
}
