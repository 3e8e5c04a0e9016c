package com.socialflow.user.exports;

import com.socialflow.core.AccountId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows of any table of this schema that belong to an account. */
@Component
class RowStore {

    /** Of one table: more than anybody has, few enough for memory. */
    private static final int ROWS_MAX = 20_000;

    /** Columns that would let a reader in rather than tell something of the person. */
    private static final String SECRET = ".*(hash|secret|token|seal|nonce|challenge|_key|client_state).*";

    private static final String BYTES = "bytea";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RowStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A table, the column that says whose a row is, and the columns that are kept to ourselves. */
    record Table(String name, String key, List<String> left) {}

    /** The account's own table, and those that refer to it. */
    List<Table> tables() {
        var tables = new ArrayList<Table>();
        tables.add(table("account", "id"));
        jdbc.sql("""
                SELECT DISTINCT k.table_name, k.column_name
                  FROM information_schema.referential_constraints r
                  JOIN information_schema.key_column_usage k
                    ON k.constraint_schema = r.constraint_schema AND k.constraint_name = r.constraint_name
                  JOIN information_schema.constraint_column_usage c
                    ON c.constraint_schema = r.constraint_schema AND c.constraint_name = r.constraint_name
                 WHERE k.table_schema = 'user' AND c.table_schema = 'user' AND c.table_name = 'account'
                 ORDER BY k.table_name, k.column_name
                """)
                .query((row, _) -> table(row.getString(1), row.getString(2)))
                .list()
                .forEach(found -> {
                    if (tables.stream().noneMatch(known -> known.name().equals(found.name()))) {
                        tables.add(found);
                    }
                });
        return tables;
    }

    private Table table(String name, String key) {
        var left = jdbc.sql("""
                SELECT column_name
                  FROM information_schema.columns
                 WHERE table_schema = 'user' AND table_name = :table
                   AND (data_type = :bytes OR column_name ~ :secret)
                """)
                .param("table", name)
                .param("bytes", BYTES)
                .param("secret", SECRET)
                .query((row, _) -> row.getString(1))
                .list();
        return new Table(name, key, left);
    }

    /** The rows of this account. */
    List<JsonNode> rows(Table table, AccountId account) {
        return jdbc.sql("""
                SELECT to_jsonb(t)::text FROM "user"."%s" t WHERE "%s" = :account LIMIT :limit
                """.formatted(table.name(), table.key()))
                .param("account", account.value())
                .param("limit", ROWS_MAX)
                .query((row, _) -> readable(row.getString(1), table))
                .list();
    }

    private JsonNode readable(String row, Table table) {
        var node = (ObjectNode) json.readTree(row);
        table.left().forEach(node::remove);
        return node;
    }
}
