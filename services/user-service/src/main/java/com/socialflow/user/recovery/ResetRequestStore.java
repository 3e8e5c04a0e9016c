package com.socialflow.user.recovery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Wishes for a new password as the database keeps them, for seconds. */
@Component
class ResetRequestStore {

    private final JdbcClient jdbc;

    ResetRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes a wish; false when so many wait already. */
    boolean insert(long id, String login, Instant now, int waitingMax) {
        return jdbc.sql("""
                        INSERT INTO "user".password_reset_request (id, login, created_at)
                        SELECT :id, :login, :now
                         WHERE (SELECT count(*) FROM "user".password_reset_request) < :max
                        """)
                        .param("id", id)
                        .param("login", login)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("max", waitingMax)
                        .update()
                == 1;
    }

    /** Takes the oldest wish that nobody else is taking. */
    Optional<String> take() {
        return jdbc.sql("""
                DELETE FROM "user".password_reset_request
                 WHERE id = (SELECT id FROM "user".password_reset_request
                              ORDER BY id
                              LIMIT 1
                                FOR UPDATE SKIP LOCKED)
                RETURNING login
                """).query(String.class).optional();
    }

    /** Deletes wishes that are no longer worth a letter. */
    void forget(Instant before) {
        jdbc.sql("""
                DELETE FROM "user".password_reset_request WHERE created_at < :before
                """).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
