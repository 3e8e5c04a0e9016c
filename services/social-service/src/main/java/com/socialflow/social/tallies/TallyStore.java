package com.socialflow.social.tallies;

import com.socialflow.core.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.tally} and {@code social.tally_delta}. */
@Component
class TallyStore {

    /** A sum of one subject. */
    record Sum(long subject, Tally what, long count) {}

    private final JdbcClient jdbc;
    private final Ids ids;

    TallyStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void insert(long subject, Tally what, int delta) {
        jdbc.sql("INSERT INTO social.tally_delta (id, subject_id, what, delta) VALUES (?, ?, ?, ?)")
                .param(ids.next())
                .param(subject)
                .param(word(what))
                .param(delta)
                .update();
    }

    /** All that is folded and all that is not, as of one moment. */
    List<Sum> sums(long[] subjects) {
        return jdbc.sql("""
                SELECT subject_id, what, sum(part)
                  FROM (SELECT subject_id, what, count AS part
                          FROM social.tally WHERE subject_id = ANY (?::bigint[])
                        UNION ALL
                        SELECT subject_id, what, delta
                          FROM social.tally_delta WHERE subject_id = ANY (?::bigint[])) AS parts
                 GROUP BY subject_id, what
                """)
                .param(subjects)
                .param(subjects)
                .query((row, _) -> new Sum(row.getLong(1), tally(row.getString(2)), row.getLong(3)))
                .list();
    }

    /** Moves the oldest deltas into the sums and gives how many, in the caller's transaction. */
    int fold(int limit) {
        var taken = new ArrayList<Long>();
        var sums = jdbc.sql("""
                WITH taken AS (
                    DELETE FROM social.tally_delta
                     WHERE id IN (SELECT id FROM social.tally_delta ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED)
                    RETURNING subject_id, what, delta)
                SELECT subject_id, what, sum(delta), count(*) FROM taken
                 GROUP BY subject_id, what
                 ORDER BY subject_id, what
                """)
                .param("limit", limit)
                .query((row, _) -> {
                    taken.add(row.getLong(4));
                    return new Sum(row.getLong(1), tally(row.getString(2)), row.getLong(3));
                })
                .list();
        if (!sums.isEmpty()) {
            add(sums);
        }
        return taken.stream().mapToInt(Long::intValue).sum();
    }

    int delete(long subject) {
        var deltas = jdbc.sql("DELETE FROM social.tally_delta WHERE subject_id = ?")
                .param(subject)
                .update();
        return deltas
                + jdbc.sql("DELETE FROM social.tally WHERE subject_id = ?")
                        .param(subject)
                        .update();
    }

    private void add(List<Sum> sums) {
        jdbc.sql("""
                INSERT INTO social.tally (subject_id, what, count)
                SELECT * FROM unnest(:subjects::bigint[], :whats::text[], :counts::bigint[])
                    ON CONFLICT (subject_id, what) DO UPDATE SET count = social.tally.count + excluded.count
                """)
                .param("subjects", sums.stream().mapToLong(Sum::subject).toArray())
                .param("whats", sums.stream().map(sum -> word(sum.what())).toArray(String[]::new))
                .param("counts", sums.stream().mapToLong(Sum::count).toArray())
                .update();
    }

    private static String word(Tally what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    private static Tally tally(String word) {
        return Tally.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
