package com.socialflow.user.registration;

import com.socialflow.core.AccountId;
import com.socialflow.core.Cursor;
import com.socialflow.user.accounts.Email;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations as the database keeps them. */
@Component
class InviteStore {

    private final JdbcClient jdbc;

    InviteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Invite invite, byte[] codeHash, Instant now) {
        jdbc.sql("""
                INSERT INTO "user".invite (id, code_hash, email, roles, created_by, created_at, expires_at)
                VALUES (:id, :hash, :email, :roles, :by, :now, :expires)
                """)
                .param("id", invite.id())
                .param("hash", codeHash)
                .param("email", invite.email() == null ? null : invite.email().value(), Types.VARCHAR)
                .param("roles", invite.roles().toArray(String[]::new))
                .param("by", invite.createdBy().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", invite.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The invitation of this code, while it lets somebody in. */
    Optional<Invite> findOpen(byte[] codeHash, Instant now) {
        return jdbc.sql("""
                SELECT id, email, roles, created_by, expires_at, used_by
                  FROM "user".invite
                 WHERE code_hash = :hash AND used_at IS NULL AND expires_at > :now
                """)
                .param("hash", codeHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(InviteStore::invite)
                .optional();
    }

    /** Uses it up; false when somebody else did. The address is the account's from now on. */
    boolean use(byte[] codeHash, AccountId by, Instant now) {
        return jdbc.sql("""
                        UPDATE "user".invite
                           SET used_by = :by, used_at = :now, email = NULL
                         WHERE code_hash = :hash AND used_at IS NULL AND expires_at > :now
                        """)
                        .param("hash", codeHash)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The newest after the cursor; one more than the limit when there are more. */
    List<Invite> page(Cursor after, int limit) {
        return jdbc.sql("""
                SELECT id, email, roles, created_by, expires_at, used_by
                  FROM "user".invite
                 WHERE id < :after
                 ORDER BY id DESC
                 LIMIT :limit
                """)
                .param("after", after.positionOr(Long.MAX_VALUE))
                .param("limit", limit + 1)
                .query(InviteStore::invite)
                .list();
    }

    int countOpen(AccountId by, Instant now) {
        return jdbc.sql("""
                SELECT count(*) FROM "user".invite
                 WHERE created_by = :by AND used_at IS NULL AND expires_at > :now
                """)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Deletes what nobody used in time: the addresses of people who did not come are nobody's business. */
    void forget(Instant expiredBefore) {
        jdbc.sql("""
                DELETE FROM "user".invite WHERE used_at IS NULL AND expires_at < :before
                """).param("before", expiredBefore.atOffset(ZoneOffset.UTC)).update();
    }

    /** Takes it back; false when there is none that nobody used. */
    boolean delete(long id) {
        return jdbc.sql("""
                        DELETE FROM "user".invite WHERE id = :id AND used_at IS NULL
                        """).param("id", id).update() == 1;
    }

    private static Invite invite(ResultSet row, int number) throws SQLException {
        return new Invite(
                row.getLong("id"),
                email(row.getString("email")),
                Set.of((String[]) row.getArray("roles").getArray()),
                new AccountId(row.getLong("created_by")),
                row.getTimestamp("expires_at").toInstant(),
                row.getObject("used_by") == null ? null : new AccountId(row.getLong("used_by")));
    }

    private static @Nullable Email email(@Nullable String text) {
        return text == null ? null : new Email(text);
    }

    /** Forgets those that somebody used, and those that wait for an address. */
    void forget(AccountId account, String email) {
        jdbc.sql("""
                DELETE FROM "user".invite WHERE used_by = :account OR lower(email) = lower(:email)
                """).param("account", account.value()).param("email", email).update();
    }
}
