package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all ties of one viewer to some others in one statement. */
@Component
class TieStore {

    private enum Kind {
        FOLLOWED,
        FOLLOWER,
        BLOCKED,
        BLOCKING,
        MUTED,
        NO_REPOSTS
    }

    private static final Kind[] KINDS = Kind.values();

    private final JdbcClient jdbc;

    TieStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Ties ties(AccountId viewer, Collection<AccountId> others, Instant now) {
        var ids = others.stream().mapToLong(AccountId::value).toArray();
        Map<Kind, Set<AccountId>> found = new EnumMap<>(Kind.class);
        jdbc.sql("""
                SELECT 0, followed_id FROM social.follow WHERE follower_id = ? AND followed_id = ANY (?::bigint[])
                UNION ALL
                SELECT 1, follower_id FROM social.follow WHERE followed_id = ? AND follower_id = ANY (?::bigint[])
                UNION ALL
                SELECT 2, blocked_id FROM social.block WHERE blocker_id = ? AND blocked_id = ANY (?::bigint[])
                UNION ALL
                SELECT 3, blocker_id FROM social.block WHERE blocked_id = ? AND blocker_id = ANY (?::bigint[])
                UNION ALL
                SELECT 4, muted_id FROM social.mute
                 WHERE muter_id = ? AND muted_id = ANY (?::bigint[]) AND (until IS NULL OR until > ?)
                UNION ALL
                SELECT 5, followed_id FROM social.follow
                 WHERE follower_id = ? AND followed_id = ANY (?::bigint[]) AND NOT reposts
                """)
                .param(viewer.value())
                .param(ids)
                .param(viewer.value())
                .param(ids)
                .param(viewer.value())
                .param(ids)
                .param(viewer.value())
                .param(ids)
                .param(viewer.value())
                .param(ids)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(viewer.value())
                .param(ids)
                .query(row -> {
                    found.computeIfAbsent(KINDS[row.getInt(1)], _ -> new HashSet<>())
                            .add(new AccountId(row.getLong(2)));
                });
        return new Ties(
                found.getOrDefault(Kind.FOLLOWED, Set.of()),
                found.getOrDefault(Kind.FOLLOWER, Set.of()),
                found.getOrDefault(Kind.BLOCKED, Set.of()),
                found.getOrDefault(Kind.BLOCKING, Set.of()),
                found.getOrDefault(Kind.MUTED, Set.of()),
                found.getOrDefault(Kind.NO_REPOSTS, Set.of()));
    }
}
