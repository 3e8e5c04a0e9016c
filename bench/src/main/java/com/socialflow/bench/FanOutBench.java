package com.socialflow.bench;

import com.socialflow.bench.SocialBench.Member;
import com.socialflow.core.Ids;
import com.socialflow.engines.Engines;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Posts of people with some thousand followers each, all of whom read lately: how many entries come into home timelines
 * for each CPU second of all processes, from the first post until the last follower has the last one.
 */
final class FanOutBench {

    private static final int POSTS_EACH = 18;
    private static final int BATCH = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern A_SECOND = Pattern.compile("([\\d.]+) requests per second");

    private final Running program;
    private final Engines engines;
    private final List<Member> authors;

    FanOutBench(Running program, Engines engines, List<Member> authors) {
        this.program = program;
        this.engines = engines;
        this.authors = authors;
    }

    void measure(Results results) throws Exception {
        var address = engines.redis(PATIENCE);
        try (var client = RedisClient.create(RedisURI.create(address.url()));
                var redis = client.connect()) {
            var home = someHome(redis);
            var ways = new ArrayList<Way>();
            var deliveries = 0L;
            for (var author : authors) {
                var followers = followers(author);
                open(redis, home, followers);
                ways.add(new Way(author, followers.getLast()));
                deliveries += followers.size();
            }
            fanOut(redis, home, ways, 1);
            var began = System.nanoTime();
            var before = program.cpuSeconds();
            fanOut(redis, home, ways, POSTS_EACH);
            var total = (double) deliveries * POSTS_EACH;
            results.atLeast(
                    "entries brought to home timelines, CPU of all processes",
                    total / (program.cpuSeconds() - before),
                    150_000,
                    "a CPU second");
            results.note("the same by the clock", total / ((System.nanoTime() - began) / 1e9), "a second");
        }
        redisAlone(results);
    }

    /** The key of a home that the program made: its beginning is that of all, and has the end of the epoch in it. */
    private static String someHome(StatefulRedisConnection<String, String> redis) {
        var epoch = redis.sync().get("homes:epoch");
        var homes = redis.sync().zrange("homes:" + epoch.substring(epoch.length() - 8) + ":read", 0, 0);
        if (homes.isEmpty()) {
            throw new IllegalStateException("nobody has a home in Redis");
        }
        return homes.getFirst();
    }

    private static String homeOf(String example, long account) {
        return besides(example, Ids.format(account));
    }

    private static String besides(String example, String name) {
        return example.substring(0, example.lastIndexOf(':') + 1) + name;
    }

    /** Those whom posts reach, in the order in which they are served. */
    private List<Long> followers(Member author) throws SQLException {
        var server = engines.postgres(PATIENCE);
        var found = new ArrayList<Long>();
        try (var database = Database.connect(server);
                var statement = database.prepareStatement(
                        "SELECT follower_id FROM social.follow WHERE followed_id = ? ORDER BY position DESC")) {
            statement.setLong(1, author.account());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }

    /** Gives each of them a home, as if they had read theirs lately: it goes with the others after a restart. */
    private static void open(StatefulRedisConnection<String, String> redis, String example, List<Long> people)
            throws Exception {
        for (var from = 0; from < people.size(); from += BATCH) {
            var under = new ArrayList<RedisFuture<?>>();
            for (var account : people.subList(from, Math.min(people.size(), from + BATCH))) {
                var home = homeOf(example, account);
                if (!home.equals(example)) {
                    under.add(redis.async().copy(example, home));
                    under.add(redis.async().zadd(besides(example, "read"), System.currentTimeMillis(), home));
                }
            }
            for (var one : under) {
                one.get();
            }
        }
    }

    /** An author, and the follower who is served last. */
    private record Way(Member author, long last) {}

    private void fanOut(StatefulRedisConnection<String, String> redis, String home, List<Way> ways, int each)
            throws Exception {
        var newest = new long[ways.size()];
        try (var connection = new Connection(program.port())) {
            for (var n = 0; n < each; n++) {
                for (var i = 0; i < newest.length; i++) {
                    var post = connection.ask(SteadyLoad.post(ways.get(i).author(), "Brought to many, " + n));
                    newest[i] = Ids.parse(Creator.field(post, "id"));
                }
            }
        }
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var i = 0; i < newest.length; i++) {
            var key = homeOf(home, ways.get(i).last());
            while (!has(redis.sync().lrange(key, 0, -1), newest[i])) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("a post did not arrive in " + PATIENCE);
                }
                Thread.sleep(20);
            }
        }
    }

    /** Members begin with the complement of the post's id. */
    private static boolean has(List<String> members, long post) {
        var wanted = Long.toString(Long.MAX_VALUE - post);
        return members.stream().anyMatch(member -> member.equals(wanted));
    }

    /** What Redis's own benchmark reaches here: single additions to small sorted sets, many in one message. */
    private void redisAlone(Results results) throws IOException, InterruptedException {
        var address = engines.redis(PATIENCE);
        var command = List.of(
                "redis-benchmark",
                "-h",
                address.host(),
                "-p",
                Integer.toString(address.port()),
                "--user",
                address.user(),
                "-a",
                address.password(),
                "-q",
                "-P",
                "100",
                "-n",
                "1000000",
                "-r",
                "20000",
                "ZADD",
                "bench:__rand_int__",
                "1",
                "member:__rand_int__");
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            var figures = A_SECOND.matcher(said);
            var best = 0.0;
            while (figures.find()) {
                best = Math.max(best, Double.parseDouble(figures.group(1)));
            }
            results.note("redis-benchmark, ZADD, 100 in a message", best, "a second");
        } catch (IOException e) {
            results.skipped("redis-benchmark", "it is not on the PATH");
        }
    }
}
