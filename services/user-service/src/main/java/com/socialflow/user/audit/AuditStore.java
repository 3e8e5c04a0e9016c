package com.socialflow.user.audit;

import com.socialflow.proto.audit.v1.AuditLeaf;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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

    /** The right edge of the tree, which nobody else moves until the transaction ends; empty when it has that leaf. */
    Optional<Frontier> frontierForUpdate(long leafToBe) {
        return jdbc.sql("""
                SELECT size, frontier, EXISTS (SELECT 1 FROM "user".audit_leaf WHERE id = :id) AS known
                  FROM "user".audit_tree
                 WHERE id = 1
                   FOR UPDATE OF audit_tree
                """)
                .param("id", leafToBe)
                .query((row, _) -> row.getBoolean("known")
                        ? Optional.<Frontier>empty()
                        : Optional.of(Frontier.of(row.getLong("size"), row.getBytes("frontier"))))
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

    /** Inner nodes that a leaf completes, from the bottom up. */
    static final class Nodes implements Frontier.NodeSink {

        private final List<Integer> levels = new ArrayList<>();
        private final List<Long> positions = new ArrayList<>();
        private final List<byte[]> hashes = new ArrayList<>();

        @Override
        public void node(int level, long position, byte[] hash) {
            levels.add(level);
            positions.add(position);
            hashes.add(hash);
        }
    }

    /** Appends a leaf with the nodes that it completes, and moves the right edge. */
    void append(AuditLeaf leaf, byte[] entry, byte[] hash, Instant at, Nodes nodes, Frontier to) {
        jdbc.sql("""
                WITH leaf AS (
                  INSERT INTO "user".audit_leaf
                         (sequence, entry, hash, id, at, action, actor, subject, target)
                  VALUES (:sequence, :entry, :hash, :id, :at, :action, :actor, :subject, :target)),
                node AS (
                  INSERT INTO "user".audit_node (level, position, hash)
                  SELECT * FROM unnest(:levels, :positions, :hashes))
                UPDATE "user".audit_tree SET size = :size, frontier = :frontier WHERE id = 1
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
                .param("levels", nodes.levels.toArray(Integer[]::new))
                .param("positions", nodes.positions.toArray(Long[]::new))
                .param("hashes", nodes.hashes.toArray(byte[][]::new))
                .param("size", to.size())
                .param("frontier", to.bytes())
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
