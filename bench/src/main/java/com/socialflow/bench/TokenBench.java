package com.socialflow.bench;

import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What an access token costs a request: the CPU that all processes take for a route which is the same for everybody and
 * asks no database, with a token and without one, in turns. So the difference is the check and all that follows from
 * knowing who asks: the limit and the policies of a person in place of those of an address.
 */
final class TokenBench {

    private static final String ROUTE = "/api/v1/oauth/scopes";
    private static final int CONNECTIONS = 8;
    /** Until the compilers have come to rest. */
    private static final int WARM_UP = 80_000;

    /** The kernel counts CPU in hundredths of a second: 1.25 µs of each. */
    private static final int TURN = 8_000;

    private static final int TURNS = 15;
    /** A token is new once: all turns together need no more than refreshes gave. */
    private static final int TURN_NEW = 2_000;

    private static final int WARM_UP_NEW = 10_000;

    private static final Load.Client ANONYMOUS = client("");

    private TokenBench() {}

    /** The tokens have not been shown before. */
    static void measure(Running program, List<String> tokens, Results results) throws Exception {
        requireChecked(program);
        var known = client(tokens.getFirst());
        var unused = new ConcurrentLinkedQueue<>(tokens.subList(1, tokens.size()));
        var fresh = fresh(unused);
        run(program, ANONYMOUS, WARM_UP);
        run(program, known, WARM_UP);
        run(program, fresh, WARM_UP_NEW);
        var ofKnown = new ArrayList<Double>();
        var ofNew = new ArrayList<Double>();
        for (var turn = 0; turn < TURNS; turn++) {
            var without = run(program, ANONYMOUS, TURN);
            ofKnown.add(run(program, known, TURN) - without);
            ofNew.add(run(program, fresh, TURN_NEW) - without);
        }
        results.atMost(
                "check of an access token seen before, CPU of all processes, median of " + TURNS,
                StartBench.median(ofKnown),
                60,
                "µs a request");
        results.note("the same of a token never seen", StartBench.median(ofNew), "µs a request");
    }

    /** Outside the API nobody looks at tokens: there would be nothing to measure. */
    private static void requireChecked(Running program) throws Exception {
        var request = HttpRequest.newBuilder(program.uri(ROUTE)).header("Authorization", "Bearer no.token.ofOurs");
        var status =
                Running.CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status != 401) {
            throw new IllegalStateException("a token that is none was answered " + status);
        }
    }

    /** CPU microseconds of the program for each request. */
    private static double run(Running program, Load.Client client, int requests) throws Exception {
        var before = program.cpuSeconds();
        Load.run(program.port(), Collections.nCopies(CONNECTIONS, client), requests);
        return (program.cpuSeconds() - before) * 1e6 / requests;
    }

    private static Load.Client client(String token) {
        var request = Connection.get(ROUTE, token);
        return connection -> connection.ask(request, OutputStream.nullOutputStream());
    }

    private static Load.Client fresh(Queue<String> tokens) {
        return connection -> connection.ask(Connection.get(ROUTE, tokens.remove()), OutputStream.nullOutputStream());
    }
}
