package com.socialflow.social.timelines;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.homes.HomeEntry;
import com.socialflow.social.views.Entry;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The meaning of timelines that are made of people: in which ways posts reach a reader, and which of them counts. One
 * statement collects ways, those that stand ready and those found here, and decides on the newest.
 */
@Component
class WayStore {

    /** Earlier reposts of a post that are looked at one by one; of one with more, the reader's people are. */
    private static final int FEW = 100;

    /** Whom a reader follows, and the reader, who sees what he or she writes. */
    private static final Circle FOLLOWED = new Circle(
            "social.follow", "follower_id", "followed_id", "o.reposts", "UNION ALL SELECT :reader::bigint, false");

    /** The members of a list. */
    private static final Circle LISTED = new Circle("social.list_member", "list_id", "account_id", "true", "");

    /** A table of people, each with whether their reposts count. */
    private record Circle(String table, String key, String member, String reposts, String more) {

        String has(String account) {
            return "EXISTS (SELECT 1 FROM %s o WHERE o.%s = :circle AND %s = o.%s)"
                    .formatted(table, key, account, member);
        }

        String all() {
            return "SELECT o.%s, %s FROM %s o WHERE o.%s = :circle %s".formatted(member, reposts, table, key, more);
        }

        String pulled() {
            return """
                    SELECT o.%s, %s FROM %s o JOIN social.pulled_author a ON a.author_id = o.%s
                     WHERE o.%s = :circle %s""".formatted(member, reposts, table, member, key, more);
        }
    }

    private static final String ALL_OF_HOME = statement(FOLLOWED, FOLLOWED.all());
    private static final String PULLED_OF_HOME = statement(FOLLOWED, FOLLOWED.pulled());
    private static final String ALL_OF_LIST = statement(LISTED, LISTED.all());

    private static String statement(Circle circle, String authors) {
        return """
                WITH author (account_id, reposts) AS ({authors}),
                candidate AS (
                    SELECT position, post_id, reposter_id
                      FROM (SELECT position, post_id, reposter_id
                              FROM unnest(:positions::bigint[], :posts::bigint[], :reposters::bigint[])
                                   AS ready (position, post_id, reposter_id)
                            UNION
                            SELECT p.id, p.id, 0
                              FROM author a CROSS JOIN LATERAL (
                                   SELECT p.id FROM social.post p
                                    WHERE p.author_id = a.account_id AND p.id < :before AND p.id > :after
                                      AND p.state = 'published' AND {of-author}
                                    ORDER BY p.id DESC LIMIT :limit) p
                            UNION
                            SELECT r.id, r.post_id, a.account_id
                              FROM author a CROSS JOIN LATERAL (
                                   SELECT r.id, r.post_id FROM social.repost r
                                    WHERE r.account_id = a.account_id AND r.id < :before AND r.id > :after
                                    ORDER BY r.id DESC LIMIT :limit) r
                             WHERE a.reposts OR :unwanted
                            UNION
                            SELECT t.post_id, t.post_id, 0
                              FROM unnest(:tags::text[]) AS followed (tag) CROSS JOIN LATERAL (
                                   SELECT t.post_id FROM social.post_tag t
                                    WHERE t.tag = followed.tag AND t.post_id < :before AND t.post_id > :after
                                    ORDER BY t.post_id DESC LIMIT :limit) t) AS way
                     ORDER BY position DESC
                     LIMIT :limit)
                SELECT c.position, c.post_id, c.reposter_id,
                       coalesce(p.state = 'published' AND CASE WHEN c.reposter_id = 0 THEN ({direct})
                                ELSE NOT ({direct}) AND ({reposted}) AND NOT ({earlier}) END, false)
                  FROM candidate c LEFT JOIN social.post p ON p.id = c.post_id
                 ORDER BY c.position DESC
                """.replace("{authors}", authors)
                .replace("{direct}", direct(circle))
                .replace("{of-author}", ofAuthor(circle))
                .replace("{reposted}", reposted(circle))
                .replace("{earlier}", earlier(circle));
    }

    /** What of an author's is for those who read the author: no comments, and answers to people whom they read too. */
    private static String ofAuthor(Circle circle) {
        return """
                (p.root_video_id IS NULL OR p.kind = 'announcement')
                AND (p.reply_to_id IS NULL OR p.reply_to_author = p.author_id OR p.reply_to_author = :reader
                     OR %s)""".formatted(circle.has("p.reply_to_author"));
    }

    /** It reaches the reader without anybody's repost: from the author, or for a hashtag. */
    private static String direct(Circle circle) {
        var text = """
                ((p.author_id = :reader OR %s) AND %s)
                OR (cardinality(:tags::text[]) > 0 AND p.visibility = 'public'
                    AND (p.root_video_id IS NULL OR p.kind = 'announcement')
                    AND EXISTS (SELECT 1 FROM social.post_tag t WHERE t.post_id = p.id AND t.tag = ANY (:tags::text[]))
                    AND NOT EXISTS (SELECT 1 FROM social.person w
                                     WHERE w.account_id = p.author_id AND w.private_account))""";
        return text.formatted(circle.has("p.author_id"), ofAuthor(circle));
    }

    /** The repost is there, and the reader wants that person's reposts. */
    private static String reposted(Circle circle) {
        var text = """
                EXISTS (SELECT 1 FROM social.repost r JOIN %s o ON o.%s = :circle AND o.%s = r.account_id
                         WHERE r.account_id = c.reposter_id AND r.post_id = c.post_id AND r.id = c.position AND %s)""";
        return text.formatted(circle.table(), circle.key(), circle.member(), circle.reposts());
    }

    /** Somebody else's repost reached the reader before. Limits keep the database from another order of joining. */
    private static String earlier(Circle circle) {
        return """
                CASE WHEN (SELECT count(*) FROM (SELECT 1 FROM social.repost e
                            WHERE e.post_id = c.post_id AND e.id < c.position LIMIT {few}) few) < {few}
                THEN EXISTS (
                    SELECT 1 FROM (SELECT e.account_id FROM social.repost e
                                    WHERE e.post_id = c.post_id AND e.id < c.position LIMIT {few}) few
                     WHERE EXISTS (SELECT 1 FROM {table} o
                                    WHERE o.{key} = :circle AND o.{member} = few.account_id AND {reposts}))
                ELSE EXISTS (
                    SELECT 1 FROM {table} o CROSS JOIN LATERAL (
                           SELECT 1 FROM social.repost e
                            WHERE e.account_id = o.{member} AND e.post_id = c.post_id AND e.id < c.position
                            LIMIT 1) any_of
                     WHERE o.{key} = :circle AND {reposts})
                END""".replace("{few}", Integer.toString(FEW))
                .replace("{table}", circle.table())
                .replace("{key}", circle.key())
                .replace("{member}", circle.member())
                .replace("{reposts}", circle.reposts());
    }

    private final JdbcClient jdbc;

    WayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom the statement is for: entries that stand ready, and the hashtags that the reader follows. */
    record Reader(AccountId account, Collection<String> tags) {}

    /** The newest ways to a reader, all found here. */
    List<Way> home(Reader reader, Reach reach, int limit) {
        return ways(ALL_OF_HOME, reader.account().value(), reader, List.of(), reach, limit, false);
    }

    /** The same with reposts that the reader does not want now, and will have when that changes. */
    List<Way> homeToKeep(Reader reader, Reach reach, int limit) {
        return ways(ALL_OF_HOME, reader.account().value(), reader, List.of(), reach, limit, true);
    }

    /** The newest ways to a reader out of those that stand ready and those that are to be fetched. */
    List<Way> home(Reader reader, List<HomeEntry> ready, Reach reach, int limit) {
        return ways(PULLED_OF_HOME, reader.account().value(), reader, ready, reach, limit, false);
    }

    /** The newest ways by members of a list. */
    List<Way> list(long list, Reach reach, int limit) {
        return ways(ALL_OF_LIST, list, null, List.of(), reach, limit, false);
    }

    private List<Way> ways(
            String statement,
            long circle,
            @Nullable Reader reader,
            List<HomeEntry> ready,
            Reach reach,
            int limit,
            boolean unwanted) {
        return jdbc.sql(statement)
                .param("circle", circle)
                .param("reader", reader == null ? 0 : reader.account().value())
                .param("tags", reader == null ? new String[0] : reader.tags().toArray(String[]::new))
                .param(
                        "positions",
                        ready.stream().mapToLong(HomeEntry::position).toArray())
                .param(
                        "posts",
                        ready.stream().mapToLong(entry -> entry.post().value()).toArray())
                .param("reposters", ready.stream().mapToLong(WayStore::reposter).toArray())
                .param("before", reach.before())
                .param("after", reach.after())
                .param("limit", limit)
                .param("unwanted", unwanted)
                .query((row, _) -> new Way(entry(row.getLong(1), row.getLong(2), row.getLong(3)), row.getBoolean(4)))
                .list();
    }

    private static long reposter(HomeEntry entry) {
        var by = entry.repostedBy();
        return by == null ? 0 : by.value();
    }

    static Entry entry(long position, long post, long by) {
        return new Entry(position, new PostId(post), by == 0 ? null : new AccountId(by));
    }
}
