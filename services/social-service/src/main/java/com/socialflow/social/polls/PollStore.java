package com.socialflow.social.polls;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.poll} and {@code social.poll_vote}. */
@Component
class PollStore {

    private static final String COLUMNS = "post_id, author_id, options, multiple, ends_at, ended";

    /** A vote that was taken back. */
    record Vote(PostId post, List<Integer> choices) {}

    private final JdbcClient jdbc;

    PollStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Poll poll) {
        jdbc.sql("""
                INSERT INTO social.poll (post_id, author_id, options, multiple, ends_at)
                VALUES (:post, :author, :options, :multiple, :ends)
                """)
                .param("post", poll.post().value())
                .param("author", poll.author().value())
                .param("options", poll.options().toArray(String[]::new))
                .param("multiple", poll.multiple())
                .param("ends", poll.endsAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Poll> find(Collection<PostId> posts) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.poll WHERE post_id = ANY (?::bigint[])")
                .param(posts.stream().mapToLong(PostId::value).toArray())
                .query((row, _) -> poll(row))
                .list();
    }

    /** The poll, which does not end before the caller's transaction does; any number of voters hold it at once. */
    Optional<Poll> findForVote(PostId post) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.poll WHERE post_id = ? FOR SHARE")
                .param(post.value())
                .query((row, _) -> poll(row))
                .optional();
    }

    /** False when the person voted already. */
    boolean insertVote(PostId post, AccountId voter, List<Integer> choices) {
        return jdbc.sql("""
                        INSERT INTO social.poll_vote (post_id, account_id, choices) VALUES (:post, :voter, :choices)
                            ON CONFLICT DO NOTHING
                        """)
                        .param("post", post.value())
                        .param("voter", voter.value())
                        .param(
                                "choices",
                                choices.stream().map(Integer::shortValue).toArray(Short[]::new))
                        .update()
                == 1;
    }

    /** What a person chose in each of some polls. */
    Map<PostId, List<Integer>> chosen(Collection<PostId> posts, AccountId voter) {
        var chosen = new HashMap<PostId, List<Integer>>();
        jdbc.sql("""
                SELECT post_id, choices FROM social.poll_vote WHERE account_id = ? AND post_id = ANY (?::bigint[])
                """)
                .param(voter.value())
                .param(posts.stream().mapToLong(PostId::value).toArray())
                .query(row -> {
                    chosen.put(new PostId(row.getLong(1)), choices(row.getArray(2)));
                });
        return chosen;
    }

    /** Ends polls whose hour has come, each for one caller, and gives them. Who is voting is waited for next time. */
    List<Poll> end(Instant now, int limit) {
        return jdbc.sql("""
                UPDATE social.poll SET ended = true
                 WHERE post_id IN (SELECT post_id FROM social.poll
                                    WHERE NOT ended AND ends_at <= :now
                                    ORDER BY ends_at
                                    LIMIT :limit
                                      FOR UPDATE SKIP LOCKED)
                RETURNING post_id, author_id, options, multiple, ends_at, ended
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> poll(row))
                .list();
    }

    void delete(PostId post) {
        jdbc.sql("DELETE FROM social.poll_vote WHERE post_id = ?")
                .param(post.value())
                .update();
        jdbc.sql("DELETE FROM social.poll WHERE post_id = ?")
                .param(post.value())
                .update();
    }

    /** Takes back votes of a person, and gives them. */
    List<Vote> deleteVotes(AccountId voter, int limit) {
        return jdbc.sql("""
                DELETE FROM social.poll_vote
                 WHERE account_id = :voter
                   AND post_id IN (SELECT post_id FROM social.poll_vote
                                    WHERE account_id = :voter ORDER BY post_id LIMIT :limit)
                RETURNING post_id, choices
                """)
                .param("voter", voter.value())
                .param("limit", limit)
                .query((row, _) -> new Vote(new PostId(row.getLong(1)), choices(row.getArray(2))))
                .list();
    }

    /** Votes of a person, by post. */
    List<Vote> votes(AccountId voter, long after, int limit) {
        return jdbc.sql("""
                SELECT post_id, choices FROM social.poll_vote
                 WHERE account_id = ? AND post_id > ? ORDER BY post_id LIMIT ?
                """)
                .param(voter.value())
                .param(after)
                .param(limit)
                .query((row, _) -> new Vote(new PostId(row.getLong(1)), choices(row.getArray(2))))
                .list();
    }

    private static List<Integer> choices(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(choice -> ((Number) choice).intValue())
                .toList();
    }

    private static Poll poll(ResultSet row) throws SQLException {
        return new Poll(
                new PostId(row.getLong(1)),
                new AccountId(row.getLong(2)),
                List.of((String[]) row.getArray(3).getArray()),
                row.getBoolean(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getBoolean(6));
    }
}
