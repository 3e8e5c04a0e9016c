package com.socialflow.user.audit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.core.AccountId;
import com.socialflow.proto.audit.v1.AuditLeaf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries of the tree as they are asked for, the newest first. */
@Component
class AuditSearchStore {

    private final JdbcClient jdbc;

    AuditSearchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries before that one. */
    List<AuditLeaf> search(AuditQuery query, long before, int limit) {
        var conditions = new ArrayList<>(List.of("sequence < :before"));
        var values = new HashMap<String, Object>(Map.of("before", before, "limit", limit));
        if (query.actor() != null) {
            conditions.add("actor = :actor");
            values.put("actor", query.actor().value());
        }
        if (query.action() != null) {
            conditions.add("action = :action");
            values.put("action", query.action());
        }
        if (query.target() != null) {
            conditions.add("target = :target");
            values.put("target", query.target());
        }
        if (query.from() != null) {
            conditions.add("at >= :from");
            values.put("from", query.from().atOffset(ZoneOffset.UTC));
        }
        if (query.to() != null) {
            conditions.add("at < :to");
            values.put("to", query.to().atOffset(ZoneOffset.UTC));
        }
        return jdbc.sql("""
                SELECT sequence, entry FROM "user".audit_leaf
                 WHERE %s
                 ORDER BY sequence DESC
                 LIMIT :limit
                """.formatted(String.join(" AND ", conditions)))
                .params(values)
                .query(AuditSearchStore::leaf)
                .list();
    }

    /** What a person did, and what was done to the person's account, before that entry. */
    List<AuditLeaf> ofPerson(AccountId account, long before, int limit) {
        return jdbc.sql("""
                SELECT sequence, entry FROM "user".audit_leaf
                 WHERE (actor = :account OR subject = :account) AND sequence < :before
                 ORDER BY sequence DESC
                 LIMIT :limit
                """)
                .param("account", account.value())
                .param("before", before)
                .param("limit", limit)
                .query(AuditSearchStore::leaf)
                .list();
    }

    private static AuditLeaf leaf(ResultSet row, int number) throws SQLException {
        try {
            return AuditLeaf.parseFrom(row.getBytes("entry"));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("audit entry %d cannot be read".formatted(row.getLong("sequence")), e);
        }
    }
}
