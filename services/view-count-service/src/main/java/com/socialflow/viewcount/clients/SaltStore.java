package com.socialflow.viewcount.clients;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Salts, which all processes share. */
@Component
class SaltStore {

    private final JdbcClient jdbc;

    SaltStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes these bytes the salt of the day, unless it has one. */
    void offer(LocalDate day, byte[] bytes) {
        jdbc.sql("""
                INSERT INTO view_count.salt (day, bytes)
                VALUES (:day, :bytes)
                    ON CONFLICT (day) DO NOTHING
                """).param("day", day).param("bytes", bytes).update();
    }

    byte[] get(LocalDate day) {
        return jdbc.sql("SELECT bytes FROM view_count.salt WHERE day = :day")
                .param("day", day)
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    /** Ends the salts of this day and of all before it. */
    int deleteUntil(LocalDate day) {
        return jdbc.sql("DELETE FROM view_count.salt WHERE day <= :day")
                .param("day", day)
                .update();
    }
}
