package com.socialflow.bench;

import com.socialflow.core.Ids;
import com.socialflow.engines.Engines;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** Home timelines, threads and fan-out in a seeded network ({@link SocialSeed}). */
final class SocialBench {

    /** Authors whose posts are brought to some thousand followers each: the next ones are fetched by readers. */
    private static final int AUTHORS = 40;

    /** Their followers' homes find room in the embedded Redis. */
    private static final int FAN_OUT_AUTHORS = 8;

    private static final int FIRST_AUTHOR_RANK = 25;
    private static final int READERS = 200;
    private static final int READER_RANKS_FROM = 1_000;
    private static final int READER_RANKS_STEP = 400;

    private static final int CONNECTIONS = 8;
    private static final int WARM_UP = 30_000;
    private static final int MEASURED = 5_000;
    private static final int RUNS = 5;
    private static final int THREADS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Running program;
    private final Results results;
    private final Engines engines;

    private SocialBench(Running program, Results results) {
        this.program = program;
        this.results = results;
        this.engines = Engines.attach(program.data());
    }

    static void measure(Running program, Results results) throws Exception {
        new SocialBench(program, results).run();
    }

    private void run() throws Exception {
        var ranks = new LinkedHashMap<Integer, Long>();
        for (var i = 0; i < AUTHORS + READERS; i++) {
            var rank = i < AUTHORS ? FIRST_AUTHOR_RANK + i : READER_RANKS_FROM + (i - AUTHORS) * READER_RANKS_STEP;
            ranks.put(rank, account("member_" + i));
        }
        SocialSeed.plant(engines.postgres(PATIENCE), ranks);
        var members = new ArrayList<Member>();
        for (var account : ranks.values()) {
            members.add(new Member(account, token("member_" + members.size())));
        }
        var authors = members.subList(0, AUTHORS);
        var readers = members.subList(AUTHORS, members.size());
        homes(readers);
        new SteadyLoad(program, readers, authors).measure(results);
        thread(authors.getFirst());
        new FanOutBench(program, engines, authors.subList(AUTHORS - FAN_OUT_AUTHORS, AUTHORS)).measure(results);
        new CelebrityBench(program, engines, authors.getFirst(), readers).measure(results);
    }

    /** Somebody who is signed in. */
    record Member(long account, String token) {}

    private long account(String name) throws IOException, InterruptedException {
        var known = Running.CLIENT.send(
                HttpRequest.newBuilder(program.uri("/api/v1/accounts/@" + name)).build(), BodyHandlers.ofString());
        if (known.statusCode() == 404) {
            Creator.register(program, name);
            return account(name);
        }
        return Ids.parse(Creator.field(known.body(), "id"));
    }

    private String token(String name) throws IOException, InterruptedException {
        var login = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(name, Creator.PASSWORD);
        return Creator.field(
                program.send(Creator.json(program, "/api/v1/sessions", login)).body(), "accessToken");
    }

    /** A page of 20, as many readers at once as there are connections, each of them another one every time. */
    private void homes(List<Member> readers) throws Exception {
        var clients = new ArrayList<Load.Client>();
        for (var i = 0; i < CONNECTIONS; i++) {
            var mine = new ArrayList<byte[]>();
            for (var n = i; n < readers.size(); n += CONNECTIONS) {
                mine.add(home(readers.get(n)));
            }
            var turn = new int[1];
            clients.add(
                    connection -> connection.ask(mine.get(turn[0]++ % mine.size()), OutputStream.nullOutputStream()));
        }
        Load.run(program.port(), clients, WARM_UP);
        var milliseconds = new ArrayList<Double>();
        var rates = new ArrayList<Double>();
        for (var run = 0; run < RUNS; run++) {
            var before = program.cpuSeconds();
            rates.add(Load.run(program.port(), clients, MEASURED).requests());
            milliseconds.add((program.cpuSeconds() - before) * 1_000 / MEASURED);
        }
        results.atMost(
                "home page of 20, CPU of all processes, median of " + RUNS,
                StartBench.median(milliseconds),
                2,
                "ms a page");
        results.note("home page of 20, " + CONNECTIONS + " connections", StartBench.median(rates), "requests/s");
    }

    /** One reader after another reads a thread of {@link SocialSeed#LONG_THREAD} replies, all of it. */
    private void thread(Member reader) throws Exception {
        var path = "/api/v1/posts/%s/thread?limit=100".formatted(Ids.format(longThread()));
        var request = Connection.get(path, reader.token());
        var took = new double[THREADS];
        try (var connection = new Connection(program.port())) {
            for (var warm = 0; warm < THREADS; warm++) {
                connection.ask(request, OutputStream.nullOutputStream());
            }
            for (var n = 0; n < THREADS; n++) {
                var began = System.nanoTime();
                connection.ask(request, OutputStream.nullOutputStream());
                took[n] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(took);
        results.note("thread of 1,000 replies, median", took[THREADS / 2], "ms");
        results.atMost("thread of 1,000 replies, 99 of 100", took[THREADS * 99 / 100], 50, "ms");
    }

    private long longThread() throws SQLException {
        try (var database = connect();
                var statement = database.createStatement();
                var row = statement.executeQuery("SELECT min(id) FROM social.post WHERE kind = 'post'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private java.sql.Connection connect() throws SQLException {
        var server = engines.postgres(PATIENCE);
        return Database.connect(server);
    }

    static byte[] home(Member reader) {
        return Connection.get("/api/v1/timelines/home?limit=20", reader.token());
    }
}
