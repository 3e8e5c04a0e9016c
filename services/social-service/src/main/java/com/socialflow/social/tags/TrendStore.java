package com.socialflow.social.tags;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the people behind hashtags, and keeps what trends in {@code social.tag_trend}. */
@Component
class TrendStore {

    /** What was counted of one hashtag; people of private and hidden accounts are left out. */
    record Counted(String tag, int people, int posts, int[] hourly, double baseline) {}

    private final JdbcClient jdbc;

    TrendStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The hashtags with most people since {@code from}.
     *
     * @param now the beginning of the present hour
     * @param from the first of the hours that count as now
     * @param before the first of those that tell what is usual
     * @param peopleMin who have fewer are left out
     */
    List<Counted> count(Instant now, Instant from, Instant before, int peopleMin, int limit) {
        return jdbc.sql("""
                WITH uses AS (
                    SELECT used.tag, used.hour, used.account_id, used.posts
                      FROM social.tag_use AS used
                      LEFT JOIN social.person AS person ON person.account_id = used.account_id
                     WHERE used.hour >= :before AND NOT coalesce(person.private_account OR person.hidden, false)),
                recent AS (
                    SELECT tag, count(DISTINCT account_id) AS people, sum(posts) AS posts
                      FROM uses WHERE hour >= :from
                     GROUP BY tag HAVING count(DISTINCT account_id) >= :least
                     ORDER BY people DESC, tag
                     LIMIT :limit)
                SELECT recent.tag, recent.people, recent.posts,
                       (SELECT array_agg(people ORDER BY hour)
                          FROM (SELECT hours.hour, count(uses.account_id)::integer AS people
                                  FROM generate_series(:from::timestamptz, :now::timestamptz, interval '1 hour')
                                       AS hours (hour)
                                  LEFT JOIN uses ON uses.tag = recent.tag AND uses.hour = hours.hour
                                 GROUP BY hours.hour) AS hourly),
                       (SELECT count(*) FROM uses WHERE uses.tag = recent.tag AND hour < :from)::double precision
                           / extract(epoch FROM :from::timestamptz - :before::timestamptz) * 3600
                  FROM recent
                """)
                .param("now", TagStore.time(now))
                .param("from", TagStore.time(from))
                .param("before", TagStore.time(before))
                .param("least", peopleMin)
                .param("limit", limit)
                .query((row, _) -> new Counted(
                        row.getString(1), row.getInt(2), row.getInt(3), ints(row.getArray(4)), row.getDouble(5)))
                .list();
    }

    /** Puts these in place of all that there are, in the caller's transaction. */
    void replace(List<Trend> trends) {
        jdbc.sql("DELETE FROM social.tag_trend").update();
        for (var trend : trends) {
            jdbc.sql("""
                    INSERT INTO social.tag_trend (tag, score, people, posts, history)
                    VALUES (:tag, :score, :people, :posts, :history)
                    """)
                    .param("tag", trend.tag())
                    .param("score", trend.score())
                    .param("people", trend.people())
                    .param("posts", trend.posts())
                    .param("history", trend.history().toArray(Integer[]::new))
                    .update();
        }
    }

    /** The strongest first; those that moderators refused too. */
    List<Trend> all() {
        return jdbc.sql("""
                SELECT trend.tag, trend.score, trend.people, trend.posts, trend.history, tag.allowed
                  FROM social.tag_trend AS trend
                  LEFT JOIN social.tag AS tag ON tag.tag = trend.tag
                 ORDER BY trend.score DESC, trend.tag
                """)
                .query((row, _) -> {
                    var history = new ArrayList<Integer>();
                    for (var people : ints(row.getArray(5))) {
                        history.add(people);
                    }
                    return new Trend(
                            row.getString(1),
                            row.getDouble(2),
                            row.getInt(3),
                            row.getInt(4),
                            history,
                            row.getObject(6, Boolean.class));
                })
                .list();
    }

    private static int[] ints(Array array) throws SQLException {
        var boxed = (Integer[]) array.getArray();
        var plain = new int[boxed.length];
        for (var i = 0; i < plain.length; i++) {
            plain[i] = boxed[i];
        }
        return plain;
    }
}
