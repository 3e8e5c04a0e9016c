package com.socialflow.user.audit;

import com.socialflow.platform.secrets.Envelopes;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that there is of the tree, for reading all of it at one moment. */
class VerificationStore {

    /** An entry with what is beside it in its row. */
    record Leaf(
            long sequence,
            byte[] entry,
            byte[] hash,
            long id,
            Instant at,
            String action,
            long actor,
            long subject,
            String target) {}

    record Node(long position, byte[] hash) {}

    record SignedHead(long size, String note) {}

    /** A key that signs, and whether it is ours: whether its private part was sealed here. */
    record Key(NoteKey key, boolean ours) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    VerificationStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** Does it all at one moment of the database, while others go on writing. */
    <T> T atOnce(Supplier<T> reading) {
        var read = snapshot.execute(_ -> reading.get());
        if (read == null) {
            throw new IllegalStateException("nothing was read");
        }
        return read;
    }

    boolean exists() {
        return jdbc.sql("SELECT to_regclass('\"user\".audit_leaf') IS NOT NULL")
                .query(Boolean.class)
                .single();
    }

    Frontier tree() {
        return new AuditStore(jdbc).frontier();
    }

    List<Key> keys(Envelopes envelopes) {
        return new AuditKeyStore(jdbc)
                .all().stream()
                        .map(row -> new Key(
                                row.key(),
                                CheckpointKeys.privateKey(envelopes, row).isPresent()))
                        .toList();
    }

    List<Leaf> leaves(long from, int limit) {
        return jdbc.sql("""
                SELECT sequence, entry, hash, id, at, action, actor, subject, target
                  FROM "user".audit_leaf
                 WHERE sequence >= :from
                 ORDER BY sequence
                 LIMIT :limit
                """)
                .param("from", from)
                .param("limit", limit)
                .query((row, _) -> new Leaf(
                        row.getLong("sequence"),
                        row.getBytes("entry"),
                        row.getBytes("hash"),
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("action"),
                        row.getLong("actor"),
                        row.getLong("subject"),
                        row.getString("target")))
                .list();
    }

    List<Node> nodes(int level, long from, long to) {
        return jdbc.sql("""
                SELECT position, hash
                  FROM "user".audit_node
                 WHERE level = :level AND position >= :from AND position < :to
                 ORDER BY position
                """)
                .param("level", level)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> new Node(row.getLong("position"), row.getBytes("hash")))
                .list();
    }

    /** Signed heads of trees larger than that. */
    List<SignedHead> heads(long after, int limit) {
        return jdbc.sql("""
                SELECT size, note FROM "user".audit_checkpoint WHERE size > :after ORDER BY size LIMIT :limit
                """)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new SignedHead(row.getLong("size"), row.getString("note")))
                .list();
    }
}
