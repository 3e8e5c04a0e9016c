package com.socialflow.user.parents;

import com.socialflow.core.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters to parents that wait for an answer, and what parents agreed to. */
@Component
class ParentalStore {

    private final JdbcClient jdbc;

    ParentalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insertRequest(long id, byte[] tokenHash, byte[] addressHash, Instant expiresAt) {
        jdbc.sql("""
                INSERT INTO "user".parental_request (id, token_hash, address_hash, expires_at)
                VALUES (:id, :token, :address, :expires)
                """)
                .param("id", id)
                .param("token", tokenHash)
                .param("address", addressHash)
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Until when the letter with this token can be answered. */
    Optional<Instant> findRequest(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                SELECT expires_at FROM "user".parental_request WHERE token_hash = :token AND expires_at > :now
                """)
                .param("token", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** The same, and nobody else answers it until this transaction ends. */
    boolean lockRequest(byte[] tokenHash, Instant now) {
        return jdbc.sql("""
                SELECT id FROM "user".parental_request
                 WHERE token_hash = :token AND expires_at > :now
                   FOR UPDATE
                """)
                .param("token", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    void deleteRequest(byte[] tokenHash) {
        jdbc.sql("""
                DELETE FROM "user".parental_request WHERE token_hash = :token
                """).param("token", tokenHash).update();
    }

    void forgetRequestsBefore(Instant time) {
        jdbc.sql("""
                DELETE FROM "user".parental_request WHERE expires_at <= :time
                """).param("time", time.atOffset(ZoneOffset.UTC)).update();
    }

    void insert(ParentalConsent consent) {
        jdbc.sql("""
                INSERT INTO "user".parental_consent
                       (account_id, parent, address_hash, method, version, text_hash, agreed_at, confirm_at,
                        revocation_hash)
                VALUES (:child, :parent, :address, :method, :version, :text, :agreed, :confirm, :revocation)
                """)
                .param("child", consent.child().value())
                .param("parent", consent.sealedParent())
                .param("address", consent.addressHash())
                .param("method", consent.method())
                .param("version", consent.version())
                .param("text", consent.textHash())
                .param("agreed", consent.agreedAt().atOffset(ZoneOffset.UTC))
                .param("confirm", consent.confirmAt().atOffset(ZoneOffset.UTC))
                .param("revocation", consent.revocationHash())
                .update();
    }

    Optional<AccountId> findByRevocation(byte[] hash) {
        return jdbc.sql("""
                SELECT account_id FROM "user".parental_consent WHERE revocation_hash = :hash
                """)
                .param("hash", hash)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .optional();
    }

    /** The sealed parent of a child. */
    Optional<byte[]> findParent(AccountId child) {
        return jdbc.sql("""
                SELECT parent FROM "user".parental_consent WHERE account_id = :child
                """)
                .param("child", child.value())
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /** Whose address this is, of the children that have no other. */
    Optional<AccountId> findChild(String address) {
        return jdbc.sql("""
                SELECT a.id
                  FROM "user".account a
                  JOIN "user".parental_consent p ON p.account_id = a.id
                 WHERE a.email_key = lower(:address)
                """)
                .param("address", address)
                .query((row, _) -> new AccountId(row.getLong(1)))
                .optional();
    }

    /** A child whose parent gets the second letter. */
    record Unconfirmed(AccountId child, String username, String email, String locale) {}

    /** Takes those whose second letter is due: who takes one sends it in the same transaction. */
    List<Unconfirmed> takeUnconfirmed(Instant now, int limit) {
        return jdbc.sql("""
                UPDATE "user".parental_consent p
                   SET confirm_at = NULL
                  FROM "user".account a
                 WHERE a.id = p.account_id
                   AND p.account_id IN (SELECT account_id FROM "user".parental_consent
                                         WHERE confirm_at <= :now
                                         LIMIT :limit
                                           FOR UPDATE SKIP LOCKED)
                RETURNING a.id, a.username, a.email, a.locale
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Unconfirmed(
                        new AccountId(row.getLong(1)), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** How to call and reach a new child: by its own name and its address that leads to the parent. */
    Unconfirmed child(AccountId child) {
        return jdbc.sql("""
                SELECT id, username, email, locale FROM "user".account WHERE id = :child
                """)
                .param("child", child.value())
                .query((row, _) -> new Unconfirmed(
                        new AccountId(row.getLong(1)), row.getString(2), row.getString(3), row.getString(4)))
                .single();
    }
}
