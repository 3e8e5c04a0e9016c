package com.socialflow.social.notifications;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.social.notifications.Screening.Pair;
import com.socialflow.social.notifications.Screening.PostFacts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what decides whether people are told, of many at once. */
@Component
class ScreeningStore {

    /** Of whom to whom. */
    record Between(AccountId to, AccountId by) {}

    /** A post before a receiver. */
    record Before(AccountId to, PostId post) {}

    private final JdbcClient jdbc;

    ScreeningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Between, Pair> pairs(Collection<Between> asked, Instant now) {
        var found = new HashMap<Between, Pair>();
        jdbc.sql("""
                SELECT pair.receiver, pair.other,
                       EXISTS (SELECT 1 FROM social.block
                                WHERE blocker_id = pair.receiver AND blocked_id = pair.other)
                       OR EXISTS (SELECT 1 FROM social.block
                                   WHERE blocker_id = pair.other AND blocked_id = pair.receiver),
                       EXISTS (SELECT 1 FROM social.mute
                                WHERE muter_id = pair.receiver AND muted_id = pair.other
                                  AND notifications AND (until IS NULL OR until > :now)),
                       EXISTS (SELECT 1 FROM social.follow
                                WHERE follower_id = pair.receiver AND followed_id = pair.other),
                       EXISTS (SELECT 1 FROM social.follow
                                WHERE follower_id = pair.other AND followed_id = pair.receiver),
                       coalesce(person.hidden, false), coalesce(person.private_account, false)
                  FROM unnest(:receivers::bigint[], :others::bigint[]) AS pair (receiver, other)
                  LEFT JOIN social.person AS person ON person.account_id = pair.other
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "receivers",
                        asked.stream().mapToLong(pair -> pair.to().value()).toArray())
                .param(
                        "others",
                        asked.stream().mapToLong(pair -> pair.by().value()).toArray())
                .query(row -> {
                    found.put(
                            new Between(new AccountId(row.getLong(1)), new AccountId(row.getLong(2))),
                            new Pair(
                                    row.getBoolean(3),
                                    row.getBoolean(4),
                                    row.getBoolean(5),
                                    row.getBoolean(6),
                                    row.getBoolean(7),
                                    row.getBoolean(8)));
                });
        return found;
    }

    /** Of posts that are not there, nothing. */
    Map<Before, PostFacts> posts(Collection<Notification> asked) {
        var found = new HashMap<Before, PostFacts>();
        var withPost = asked.stream().filter(told -> told.post() != null).toList();
        if (withPost.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                SELECT pair.receiver, post.id, post.author_id, post.state = 'published', post.visibility = 'followers',
                       EXISTS (SELECT 1 FROM social.post_mention AS mention
                                WHERE mention.post_id = post.id AND mention.account_id = pair.receiver),
                       EXISTS (SELECT 1 FROM social.muted_thread AS muted
                                WHERE muted.account_id = pair.receiver AND muted.root_id = post.root_id)
                  FROM unnest(:receivers::bigint[], :posts::bigint[]) AS pair (receiver, post)
                  JOIN social.post AS post ON post.id = pair.post
                """)
                .param(
                        "receivers",
                        withPost.stream().mapToLong(told -> told.to().value()).toArray())
                .param("posts", posts(withPost))
                .query(row -> {
                    found.put(
                            new Before(new AccountId(row.getLong(1)), new PostId(row.getLong(2))),
                            new PostFacts(
                                    new AccountId(row.getLong(3)),
                                    row.getBoolean(4),
                                    row.getBoolean(5),
                                    row.getBoolean(6),
                                    row.getBoolean(7)));
                });
        return found;
    }

    private static long[] posts(List<Notification> withPost) {
        return withPost.stream()
                .mapToLong(told -> Objects.requireNonNull(told.post()).value())
                .toArray();
    }
}
