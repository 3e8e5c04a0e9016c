package com.socialflow.bench;

import com.socialflow.bench.SocialBench.Member;
import com.socialflow.engines.Engines;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** How long after somebody with a million followers posted the post is on the page of every follower who reads. */
final class CelebrityBench {

    private static final int FOLLOWERS = 1_000_000;
    private static final int POSTS = 5;
    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Running program;
    private final Engines engines;
    private final Member author;
    private final List<Member> readers;

    CelebrityBench(Running program, Engines engines, Member author, List<Member> readers) {
        this.program = program;
        this.engines = engines;
        this.author = author;
        this.readers = readers;
    }

    void measure(Results results) throws Exception {
        follow();
        var worst = 0.0;
        for (var n = 0; n < POSTS; n++) {
            worst = Math.max(worst, seconds(n));
        }
        results.atMost(
                "post of somebody with 1,000,000 followers until all " + readers.size() + " readers have it, worst of "
                        + POSTS,
                worst,
                1,
                "s");
    }

    /** A million who never read, and those who do. */
    private void follow() throws SQLException {
        var server = engines.postgres(PATIENCE);
        try (var database = Database.connect(server);
                var statement = database.createStatement()) {
            statement.execute("INSERT INTO social.follow (follower_id, followed_id, position)"
                    + " SELECT n, %d, n FROM generate_series(1, %d) AS n ON CONFLICT DO NOTHING"
                            .formatted(author.account(), FOLLOWERS));
            for (var reader : readers) {
                statement.execute("INSERT INTO social.follow (follower_id, followed_id, position)"
                        + " VALUES (%d, %d, %d) ON CONFLICT DO NOTHING"
                                .formatted(reader.account(), author.account(), reader.account()));
            }
            statement.execute("UPDATE social.tally SET count = %d WHERE subject_id = %d AND what = 'followers'"
                    .formatted(FOLLOWERS + readers.size(), author.account()));
        }
    }

    private double seconds(int number) throws Exception {
        var began = System.nanoTime();
        String post;
        try (var connection = new Connection(program.port())) {
            post = Creator.field(connection.ask(SteadyLoad.post(author, "To a million, " + number)), "id");
        }
        var work = new ArrayList<Callable<Void>>();
        for (var i = 0; i < CONNECTIONS; i++) {
            var from = i;
            work.add(() -> {
                try (var connection = new Connection(program.port())) {
                    for (var n = from; n < readers.size(); n += CONNECTIONS) {
                        await(connection, readers.get(n), post);
                    }
                }
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void await(Connection connection, Member reader, String post) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!connection.ask(SocialBench.home(reader)).contains("\"id\":\"" + post + "\"")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the post did not arrive");
            }
        }
    }
}
