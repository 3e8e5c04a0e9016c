package com.socialflow.user.oauth;

import com.socialflow.core.AccountId;
import com.socialflow.user.oauth.Grant.Code;
import com.socialflow.user.oauth.Grant.Device;
import com.socialflow.user.oauth.Grant.Giver;
import com.socialflow.user.oauth.Grant.Refresh;
import com.socialflow.user.oauth.Grant.Request;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a row of a grant. */
final class GrantRowStore {

    private GrantRowStore() {}

    static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getLong("id"),
                row.getLong("client_id"),
                Flow.of(row.getString("flow")),
                giver(row),
                scopes(row, "requested"),
                scopes(row, "granted"),
                new Request(
                        row.getString("redirect_uri"),
                        row.getString("client_state"),
                        row.getString("code_challenge"),
                        row.getString("nonce"),
                        row.getString("code_key")),
                row.getBytes("state_hash"),
                code(row),
                device(row),
                refresh(row),
                row.getString("refresh_key"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                row.getTimestamp("revoked_at") != null);
    }

    private static Set<String> scopes(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Giver giver(ResultSet row) throws SQLException {
        var account = row.getLong("account_id");
        var proven = time(row, "proven_at");
        return proven == null ? null : new Giver(new AccountId(account), row.getLong("session_id"), proven);
    }

    private static @Nullable Code code(ResultSet row) throws SQLException {
        var hash = row.getBytes("code_hash");
        return hash == null ? null : new Code(hash, row.getBoolean("code_used"));
    }

    private static @Nullable Device device(ResultSet row) throws SQLException {
        var device = row.getBytes("device_hash");
        var user = row.getBytes("user_code_hash");
        return device == null || user == null
                ? null
                : new Device(
                        device,
                        user,
                        row.getBoolean("user_code_used"),
                        row.getBoolean("device_used"),
                        time(row, "polled_at"));
    }

    private static @Nullable Refresh refresh(ResultSet row) throws SQLException {
        var family = row.getBytes("family_hash");
        var secret = row.getBytes("refresh_hash");
        return family == null || secret == null ? null : new Refresh(family, secret);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
