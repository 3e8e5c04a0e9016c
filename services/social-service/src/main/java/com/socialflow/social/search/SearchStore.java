package com.socialflow.social.search;

import com.socialflow.core.AccountId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who is called so. */
@Component
class SearchStore {

    private final JdbcClient jdbc;

    SearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * People whose username or shown name begins so: first whom the searcher follows, then the others, each by
     * username. Those who block or are blocked are left out, hidden ones too.
     *
     * @param beginning in lower case
     * @param follows of the searcher's newest follows, so many are looked at
     * @param each so many are looked at by username, and as many by shown name
     */
    List<AccountId> find(AccountId searcher, String beginning, int follows, int each, int limit) {
        return jdbc.sql("""
                WITH near AS (
                    SELECT followed_id FROM social.follow
                     WHERE follower_id = :searcher ORDER BY position DESC LIMIT :follows),
                found AS (
                    (SELECT account_id, username, 0 AS distance
                       FROM near JOIN social.person ON account_id = followed_id
                      WHERE NOT hidden AND (lower(username) LIKE :pattern OR lower(display_name) LIKE :pattern))
                    UNION ALL
                    (SELECT account_id, username, 1 FROM social.person
                      WHERE lower(username) LIKE :pattern AND NOT hidden
                      ORDER BY lower(username) LIMIT :each)
                    UNION ALL
                    (SELECT account_id, username, 2 FROM social.person
                      WHERE lower(display_name) LIKE :pattern AND NOT hidden
                      ORDER BY lower(display_name) LIMIT :each))
                SELECT account_id
                  FROM found
                 WHERE NOT EXISTS (SELECT 1 FROM social.block
                                    WHERE blocker_id = :searcher AND blocked_id = account_id)
                   AND NOT EXISTS (SELECT 1 FROM social.block
                                    WHERE blocker_id = account_id AND blocked_id = :searcher)
                 GROUP BY account_id, username
                 ORDER BY min(distance), username
                 LIMIT :limit
                """)
                .param("searcher", searcher.value())
                .param("pattern", escaped(beginning) + "%")
                .param("follows", follows)
                .param("each", each)
                .param("limit", limit)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
