package com.socialflow.user.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tree as it grows. */
@Component
class AuditStore {

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The tree as it is.
     *
     * @param edge its right edge
     * @param known which of the leaves to be it has
     */
    record Tree(Frontier edge, Set<Long> known) {}

    /** The tree, which nobody else changes until the transaction ends. */
    Tree lock(List<Long> leavesToBe) {
        return jdbc.sql("""
                SELECT size, frontier, ARRAY(SELECT id FROM "user".audit_leaf WHERE id = ANY (:ids)) AS known
                  FROM "user".audit_tree
                 WHERE id = 1
                   FOR UPDATE OF audit_tree
                """)
                .param("ids", leavesToBe.toArray(Long[]::new))
                .query((row, _) -> new Tree(Frontier.of(row.getLong("size"), row.getBytes("frontier")), Set.of((Long[])
                        row.getArray("known").getArray())))
                .single();
    }

    Frontier frontier() {
        return jdbc.sql("""
                SELECT size, frontier FROM "user".audit_tree WHERE id = 1
                """)
                .query((row, _) -> Frontier.of(row.getLong("size"), row.getBytes("frontier")))
                .single();
    }

    /** Appends leaves with the nodes that they complete, and moves the right edge. */
    void append(Growth growth) {
        jdbc.sql("""
                WITH leaf AS (
                  INSERT INTO "user".audit_leaf
                         (sequence, entry, hash, id, at, action, actor, subject, target)
                  SELECT * FROM unnest(:sequences, :entries, :leaf_hashes, :ids, CAST(:times AS timestamptz[]),
                                       :actions, :actors, :subjects, :targets)),
                node AS (
                  INSERT INTO "user".audit_node (level, position, hash)
                  SELECT * FROM unnest(:levels, :positions, :node_hashes))
                UPDATE "user".audit_tree SET size = :size, frontier = :frontier WHERE id = 1
                """)
                .params(leaves(growth.leaves()))
                .param("levels", column(growth.nodes(), Growth.Node::level, Integer[]::new))
                .param("positions", column(growth.nodes(), Growth.Node::position, Long[]::new))
                .param("node_hashes", column(growth.nodes(), Growth.Node::hash, byte[][]::new))
                .param("size", growth.edge().size())
                .param("frontier", growth.edge().bytes())
                .update();
    }

    private static Map<String, Object> leaves(List<Growth.Leaf> all) {
        return Map.of(
                "sequences", column(all, leaf -> leaf.leaf().getSequence(), Long[]::new),
                "entries", column(all, Growth.Leaf::entry, byte[][]::new),
                "leaf_hashes", column(all, Growth.Leaf::hash, byte[][]::new),
                "ids", column(all, leaf -> leaf.leaf().getId(), Long[]::new),
                "times", column(all, leaf -> AuditLog.time(leaf.leaf().getAt()).toString(), String[]::new),
                "actions", column(all, leaf -> leaf.leaf().getAction(), String[]::new),
                "actors", column(all, leaf -> leaf.leaf().getActor(), Long[]::new),
                "subjects", column(all, leaf -> leaf.leaf().getSubject(), Long[]::new),
                "targets", column(all, leaf -> leaf.leaf().getTarget(), String[]::new));
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
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
