package com.socialflow.user.audit;

import com.socialflow.proto.audit.v1.AuditLeaf;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tree as it grows. */
@Component
class AuditStore {

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(long id) {
        return jdbc.sql("""
                SELECT count(*) FROM "user".audit_leaf WHERE id = :id
                """).param("id", id).query(Integer.class).single() > 0;
    }

    /** The right edge of the tree, which nobody else moves until the transaction ends. */
    Frontier frontierForUpdate() {
        return jdbc.sql("""
                SELECT size, frontier FROM "user".audit_tree WHERE id = 1 FOR UPDATE
                """)
                .query((row, _) -> Frontier.of(row.getLong("size"), row.getBytes("frontier")))
                .single();
    }

    Frontier frontier() {
        return jdbc.sql("""
                SELECT size, frontier FROM "user".audit_tree WHERE id = 1
                """)
                .query((row, _) -> Frontier.of(row.getLong("size"), row.getBytes("frontier")))
                .single();
    }

    void moveFrontier(Frontier to) {
        jdbc.sql("""
                UPDATE "user".audit_tree SET size = :size, frontier = :frontier WHERE id = 1
                """).param("size", to.size()).param("frontier", to.bytes()).update();
    }

    void insertLeaf(AuditLeaf leaf, byte[] entry, byte[] hash, Instant at) {
        jdbc.sql("""
                INSERT INTO "user".audit_leaf
                       (sequence, entry, hash, id, at, action, actor, subject, target)
                VALUES (:sequence, :entry, :hash, :id, :at, :action, :actor, :subject, :target)
                """)
                .param("sequence", leaf.getSequence())
                .param("entry", entry)
                .param("hash", hash)
                .param("id", leaf.getId())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("action", leaf.getAction())
                .param("actor", leaf.getActor())
                .param("subject", leaf.getSubject())
                .param("target", leaf.getTarget())
                .update();
    }

    void insertNode(int level, long position, byte[] hash) {
        jdbc.sql("""
                INSERT INTO "user".audit_node (level, position, hash) VALUES (:level, :position, :hash)
                """)
                .param("level", level)
                .param("position", position)
                .param("hash", hash)
                .update();
    }

    /** The hash of a perfect subtree. */
    byte[] node(int level, long position) {
        return level == 0
                ? jdbc.sql("""
                        SELECT hash FROM "user".audit_leaf WHERE sequence = :position
                        """)
                        .param("position", position)
                        .query((row, _) -> row.getBytes("hash"))
                        .single()
                : jdbc.sql("""
                        SELECT hash FROM "user".audit_node WHERE level = :level AND position = :position
                        """)
                        .param("level", level)
                        .param("position", position)
                        .query((row, _) -> row.getBytes("hash"))
                        .single();
    }

    /** The newest signed head. */
    Optional<String> checkpoint() {
        return jdbc.sql("""
                SELECT note FROM "user".audit_checkpoint ORDER BY size DESC LIMIT 1
                """).query((row, _) -> row.getString("note")).optional();
    }

    long checkpointed() {
        return jdbc.sql("""
                SELECT coalesce(max(size), 0) FROM "user".audit_checkpoint
                """).query(Long.class).single();
    }

    /** Keeps a signed head; nothing when another process signed one of that size. */
    boolean insertCheckpoint(long size, String note, Instant now) {
        return jdbc.sql("""
                        INSERT INTO "user".audit_checkpoint (size, note, created_at)
                        VALUES (:size, :note, :now)
                        ON CONFLICT (size) DO NOTHING
                        """)
                        .param("size", size)
                        .param("note", note)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
