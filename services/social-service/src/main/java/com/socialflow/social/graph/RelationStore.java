package com.socialflow.social.graph;

import com.socialflow.core.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how a viewer stands to others, in one statement. */
@Component
class RelationStore {

    private final JdbcClient jdbc;

    RelationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Relation> of(AccountId viewer, Collection<AccountId> others, Instant now) {
        return jdbc.sql("""
                SELECT other,
                       follow.follower_id IS NOT NULL,
                       request.requester_id IS NOT NULL,
                       follower.follower_id IS NOT NULL,
                       block.blocker_id IS NOT NULL,
                       mute.muter_id IS NOT NULL,
                       mute.until,
                       coalesce(follow.bell, request.bell, false),
                       coalesce(follow.reposts, request.reposts, true)
                  FROM unnest(:others::bigint[]) AS asked (other)
                  LEFT JOIN social.follow ON follow.follower_id = :viewer AND follow.followed_id = other
                  LEFT JOIN social.follow_request AS request
                         ON request.requester_id = :viewer AND request.target_id = other
                  LEFT JOIN social.follow AS follower ON follower.follower_id = other AND follower.followed_id = :viewer
                  LEFT JOIN social.block ON block.blocker_id = :viewer AND block.blocked_id = other
                  LEFT JOIN social.mute ON mute.muter_id = :viewer AND mute.muted_id = other
                        AND (mute.until IS NULL OR mute.until > :now)
                """)
                .param("viewer", viewer.value())
                .param("others", others.stream().mapToLong(AccountId::value).toArray())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> relation(row))
                .list();
    }

    private static Relation relation(ResultSet row) throws SQLException {
        var until = row.getObject(7, OffsetDateTime.class);
        return new Relation(
                new AccountId(row.getLong(1)),
                row.getBoolean(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getBoolean(6),
                until == null ? null : until.toInstant(),
                row.getBoolean(8),
                row.getBoolean(9));
    }
}
