package com.socialflow.user.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys that sign heads of the tree, the private parts sealed. */
@Component
class AuditKeyStore {

    /** A key with its sealed private part. */
    record Row(long id, NoteKey key, byte[] sealed) {}

    private final JdbcClient jdbc;

    AuditKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<Row> all() {
        return jdbc.sql("""
                SELECT id, name, public_key, private_key FROM "user".audit_key ORDER BY id DESC
                """)
                .query((row, _) -> new Row(
                        row.getLong("id"),
                        new NoteKey(row.getString("name"), row.getBytes("public_key")),
                        row.getBytes("private_key")))
                .list();
    }

    void insert(Row row, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".audit_key (id, name, public_key, private_key, created_at)
                VALUES (:id, :name, :public, :private, :now)
                """)
                .param("id", row.id())
                .param("name", row.key().name())
                .param("public", row.key().publicKey())
                .param("private", row.sealed())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void reseal(Row before, byte[] sealed) {
        jdbc.sql("""
                UPDATE "user".audit_key SET private_key = :after WHERE id = :id AND private_key = :before
                """)
                .param("id", before.id())
                .param("before", before.sealed())
                .param("after", sealed)
                .update();
    }
}
