package com.socialflow.social.suggestions;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads candidates, and rows of {@code social.suggestion_dismissal}. */
@Component
class SuggestionStore {

    /** Somebody whom some of those whom a person follows follow. */
    record Link(AccountId account, int links) {}

    private final JdbcClient jdbc;

    SuggestionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whom those follow whom the person follows, the most often followed first; without whom the person knows already,
     * or does not want, or may not see.
     *
     * @param follows of the person's newest follows, so many are looked at
     * @param each and of each of those people's newest follows, so many
     * @param linked so many of the most often followed are looked at closely
     */
    List<Link> links(AccountId account, int follows, int each, int linked, int limit, Instant now) {
        return jdbc.sql("""
                WITH near AS (
                    SELECT followed_id FROM social.follow
                     WHERE follower_id = :account ORDER BY position DESC LIMIT :follows),
                linked AS (
                    SELECT far.followed_id AS candidate, count(*) AS links
                      FROM near
                     CROSS JOIN LATERAL (
                           SELECT followed_id FROM social.follow
                            WHERE follower_id = near.followed_id ORDER BY position DESC LIMIT :each) AS far
                     GROUP BY far.followed_id
                     ORDER BY links DESC, candidate
                     LIMIT :linked)
                SELECT candidate, links
                  FROM linked
                  JOIN social.person ON person.account_id = candidate
                 WHERE candidate <> :account
                   AND NOT person.hidden AND NOT person.private_account
                   AND NOT EXISTS (SELECT 1 FROM social.follow
                                    WHERE follower_id = :account AND followed_id = candidate)
                   AND NOT EXISTS (SELECT 1 FROM social.follow_request
                                    WHERE target_id = candidate AND requester_id = :account)
                   AND NOT EXISTS (SELECT 1 FROM social.block
                                    WHERE blocker_id = :account AND blocked_id = candidate)
                   AND NOT EXISTS (SELECT 1 FROM social.block
                                    WHERE blocker_id = candidate AND blocked_id = :account)
                   AND NOT EXISTS (SELECT 1 FROM social.mute
                                    WHERE muter_id = :account AND muted_id = candidate
                                      AND (until IS NULL OR until > :now))
                   AND NOT EXISTS (SELECT 1 FROM social.suggestion_dismissal
                                    WHERE account_id = :account AND dismissed_id = candidate)
                 ORDER BY links DESC, candidate
                 LIMIT :limit
                """)
                .param("account", account.value())
                .param("follows", follows)
                .param("each", each)
                .param("linked", linked)
                .param("limit", limit)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Link(new AccountId(row.getLong(1)), row.getInt(2)))
                .list();
    }

    void dismiss(AccountId account, AccountId dismissed) {
        jdbc.sql("""
                INSERT INTO social.suggestion_dismissal (account_id, dismissed_id) VALUES (:account, :dismissed)
                    ON CONFLICT (account_id, dismissed_id) DO NOTHING
                """)
                .param("account", account.value())
                .param("dismissed", dismissed.value())
                .update();
    }

    /** How many a person dismissed, counted up to a limit. */
    int count(AccountId account, int limit) {
        return jdbc.sql("""
                SELECT count(*)
                  FROM (SELECT 1 FROM social.suggestion_dismissal
                         WHERE account_id = :account LIMIT :limit) AS dismissals
                """)
                .param("account", account.value())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** At most so many of the person's, the first accounts first. */
    List<AccountId> dismissed(AccountId account, int limit) {
        return jdbc.sql("""
                SELECT dismissed_id FROM social.suggestion_dismissal
                 WHERE account_id = :account ORDER BY dismissed_id LIMIT :limit
                """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .list();
    }

    /** The person's own and those of the person, some at a time. */
    int delete(AccountId account, int limit) {
        return jdbc.sql("""
                DELETE FROM social.suggestion_dismissal
                 WHERE (account_id, dismissed_id) IN (
                       (SELECT account_id, dismissed_id FROM social.suggestion_dismissal
                         WHERE account_id = :account LIMIT :limit)
                       UNION ALL
                       (SELECT account_id, dismissed_id FROM social.suggestion_dismissal
                         WHERE dismissed_id = :account LIMIT :limit))
                """)
                .param("account", account.value())
                .param("limit", limit)
                .update();
    }
}
