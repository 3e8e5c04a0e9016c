package com.socialflow.bench;

import com.socialflow.engines.PostgresAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A network to measure on: 100,000 people, 5 million follows, 2 million posts, made by one seed and copied straight
 * into the tables. How many follow somebody falls with the somebody's rank by a power law, how many somebody follows is
 * drawn by another: a few are followed by most, most by a few.
 */
final class SocialSeed {

    static final int PEOPLE = 100_000;
    static final int FOLLOWS = 5_000_000;
    static final int POSTS = 2_000_000;

    /** Replies of the first author's first post. */
    static final int LONG_THREAD = 1_000;

    private static final long SEED = 42;

    /** Followers of the person of rank r are in proportion to r^-0.8: the first has about 80,000. */
    private static final double POPULARITY = 0.8;

    /** Posts of the person of rank r are in proportion to r^-0.4. */
    private static final double DILIGENCE = 0.4;

    /** Followers from which on posts are fetched by readers ({@code socialflow.social.homes.pulled-from}). */
    private static final int PULLED_FROM = 10_000;

    private static final int FOLLOWED_MAX = 2_000;
    private static final int LIKES = 1_000_000;
    private static final int REPOSTS = 200_000;
    private static final Duration AGE = Duration.ofDays(30);

    /** Ids begin with the milliseconds since 2020 (core's Ids). */
    private static final long IDS_BEGIN = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();

    private static final int RANDOM_BITS = 22;

    private final Map<Integer, Long> real;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final long[] people = new long[PEOPLE];
    private final long now = System.currentTimeMillis() - Duration.ofMinutes(10).toMillis();
    private final long[] posts = new long[POSTS];
    private final int[] authors = new int[POSTS];

    /** @param real accounts that can sign in, by the ranks at which they stand in the network */
    private SocialSeed(Map<Integer, Long> real) {
        this.real = real;
        for (var rank = 0; rank < PEOPLE; rank++) {
            var made = id(now - AGE.toMillis() * 2 + rank * 1_000L);
            people[rank] = real.getOrDefault(rank, made);
        }
    }

    /** Makes it unless it is there. */
    static void plant(PostgresAddress server, Map<Integer, Long> real) throws SQLException {
        try (var database = Database.connect(server)) {
            if (planted(database)) {
                return;
            }
            var began = System.nanoTime();
            var seed = new SocialSeed(real);
            seed.people(database);
            seed.follows(database);
            seed.posts(database);
            seed.reactions(database);
            finish(database);
            System.out.printf("planted in %d s%n", (System.nanoTime() - began) / 1_000_000_000L);
        }
    }

    /** What the service would have counted and noted as all this happened. */
    private static void finish(Connection database) throws SQLException {
        var counts = List.of(
                "followed_id, 'followers', count(*) FROM social.follow GROUP BY followed_id",
                "follower_id, 'following', count(*) FROM social.follow GROUP BY follower_id",
                "author_id, 'posts', count(*) FROM social.post GROUP BY author_id",
                "post_id, 'likes', count(*) FROM social.post_like GROUP BY post_id",
                "post_id, 'reposts', count(*) FROM social.repost GROUP BY post_id",
                "reply_to_id, 'replies', count(*) FROM social.post WHERE reply_to_id IS NOT NULL GROUP BY reply_to_id");
        try (var statement = database.createStatement()) {
            for (var count : counts) {
                statement.execute("INSERT INTO social.tally SELECT " + count + " ON CONFLICT DO NOTHING");
            }
            statement.execute("INSERT INTO social.pulled_author (author_id) SELECT subject_id FROM social.tally"
                    + " WHERE what = 'followers' AND count >= " + PULLED_FROM + " ON CONFLICT DO NOTHING");
            statement.execute("VACUUM ANALYZE");
        }
    }

    private static boolean planted(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(
                        "SELECT count(*) FROM (SELECT 1 FROM social.post LIMIT " + POSTS + ") AS posts")) {
            row.next();
            return row.getInt(1) == POSTS;
        }
    }

    private void people(Connection database) throws SQLException {
        try (var rows = new Rows(database, "social.person (account_id, username, display_name, age_band, told_at)")) {
            for (var rank = 0; rank < PEOPLE; rank++) {
                // Of a real one the service learns by itself.
                if (real.containsKey(rank)) {
                    continue;
                }
                rows.add(people[rank] + "\tseeded_" + rank + "\tPerson " + rank + "\tadult\tnow");
            }
        }
    }

    private void follows(Connection database) throws SQLException {
        var popular = new Ranks(PEOPLE, POPULARITY, random);
        var seen = new Pairs(FOLLOWS);
        var position = now - AGE.toMillis();
        try (var rows = new Rows(database, "social.follow (follower_id, followed_id, position)")) {
            while (seen.size() < FOLLOWS) {
                var follower = random.nextInt(PEOPLE);
                for (var left = wanted(); left > 0 && seen.size() < FOLLOWS; left--) {
                    var followed = popular.next();
                    if (followed != follower && seen.add(follower, followed)) {
                        rows.add(people[follower] + "\t" + people[followed] + "\t" + id(position + seen.size() / 4));
                    }
                }
            }
        }
    }

    /** How many somebody follows at a time: 15 in the middle, with a long tail. */
    private int wanted() {
        return (int) Math.min(10 / Math.pow(1 - random.nextDouble(), 0.6), FOLLOWED_MAX);
    }

    private void posts(Connection database) throws SQLException {
        var diligent = new Ranks(PEOPLE, DILIGENCE, random);
        var columns = """
                social.post (id, author_id, kind, state, text, visibility, who_may_reply, who_may_quote,
                             root_id, reply_to_id, reply_to_author, depth, created_at)""";
        try (var rows = new Rows(database, columns)) {
            for (var n = 0; n < POSTS; n++) {
                var at = now - AGE.toMillis() + AGE.toMillis() / POSTS * n;
                posts[n] = id(at);
                authors[n] = n == 0 ? 0 : diligent.next();
                var inLongThread = n > 0 && n <= LONG_THREAD;
                var isReply = inLongThread || n > LONG_THREAD && random.nextInt(5) == 0;
                var answered = inLongThread ? 0 : Math.max(0, n - 1 - random.nextInt(500));
                rows.add(String.join(
                        "\t",
                        Long.toString(posts[n]),
                        Long.toString(people[authors[n]]),
                        "post",
                        "published",
                        words(),
                        "public",
                        "everyone",
                        "everyone",
                        Long.toString(isReply ? posts[answered] : posts[n]),
                        isReply ? Long.toString(posts[answered]) : "\\N",
                        isReply ? Long.toString(people[authors[answered]]) : "\\N",
                        isReply ? "1" : "0",
                        Instant.ofEpochMilli(at).toString()));
            }
        }
    }

    private void reactions(Connection database) throws SQLException {
        var diligent = new Ranks(PEOPLE, DILIGENCE, random);
        var liked = new Pairs(LIKES);
        try (var rows = new Rows(database, "social.post_like (account_id, post_id, position)")) {
            while (liked.size() < LIKES) {
                // The newer a post, the more.
                var post = POSTS - 1 - (int) (Math.pow(random.nextDouble(), 2) * POSTS);
                var account = diligent.next();
                if (liked.add(account, post)) {
                    rows.add(people[account] + "\t" + posts[post] + "\t" + posts[post]);
                }
            }
        }
        var reposted = new Pairs(REPOSTS);
        try (var rows = new Rows(database, "social.repost (account_id, post_id, id)")) {
            while (reposted.size() < REPOSTS) {
                var post = random.nextInt(POSTS);
                var account = diligent.next();
                if (reposted.add(account, post)) {
                    var at = time(posts[post])
                            + random.nextLong(Duration.ofHours(2).toMillis());
                    rows.add(people[account] + "\t" + posts[post] + "\t" + id(Math.min(at, now)));
                }
            }
        }
    }

    private String words() {
        var length = 5 + random.nextInt(40);
        var text = new StringBuilder();
        for (var word = 0; word < length; word++) {
            text.append(word == 0 ? "" : " ");
            for (var letters = 1 + random.nextInt(9); letters > 0; letters--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    private long id(long millis) {
        return (millis - IDS_BEGIN << RANDOM_BITS) | random.nextInt(1 << RANDOM_BITS);
    }

    private static long time(long id) {
        return (id >>> RANDOM_BITS) + IDS_BEGIN;
    }
}
