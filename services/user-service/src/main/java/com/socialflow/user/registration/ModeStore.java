package com.socialflow.user.registration;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mode that an administrator chose, as the database keeps it. */
@Component
class ModeStore {

    private final JdbcClient jdbc;

    ModeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RegistrationMode> find() {
        return jdbc.sql("""
                SELECT mode FROM "user".registration_mode WHERE id = 1
                """).query(String.class).optional().map(RegistrationMode::parse);
    }

    void put(RegistrationMode mode, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".registration_mode (id, mode, changed_at)
                VALUES (1, :mode, :now)
                ON CONFLICT (id) DO UPDATE SET mode = excluded.mode, changed_at = excluded.changed_at
                """)
                .param("mode", mode.text())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
