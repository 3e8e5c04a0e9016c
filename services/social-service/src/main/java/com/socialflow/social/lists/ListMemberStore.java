package com.socialflow.social.lists;

import com.socialflow.core.AccountId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.list_member}. */
@Component
class ListMemberStore {

    /** Somebody in a list, and the place there. */
    record Member(long position, AccountId account) {}

    private final JdbcClient jdbc;

    ListMemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing when the person is in it. */
    void insert(ListId list, AccountId owner, AccountId account, long position) {
        jdbc.sql("""
                INSERT INTO social.list_member (list_id, account_id, owner_id, position)
                VALUES (:list, :account, :owner, :position)
                    ON CONFLICT (list_id, account_id) DO NOTHING
                """)
                .param("list", list.value())
                .param("account", account.value())
                .param("owner", owner.value())
                .param("position", position)
                .update();
    }

    void delete(ListId list, AccountId owner, AccountId account) {
        jdbc.sql("""
                DELETE FROM social.list_member
                 WHERE list_id = :list AND account_id = :account AND owner_id = :owner
                """)
                .param("list", list.value())
                .param("account", account.value())
                .param("owner", owner.value())
                .update();
    }

    /** Out of every list of this owner. */
    void deleteFromAll(AccountId owner, AccountId account) {
        jdbc.sql("DELETE FROM social.list_member WHERE account_id = :account AND owner_id = :owner")
                .param("account", account.value())
                .param("owner", owner.value())
                .update();
    }

    /** Out of at most so many lists of anybody, and gives how many. */
    int deleteEverywhere(AccountId account, int limit) {
        return jdbc.sql("""
                DELETE FROM social.list_member
                 WHERE account_id = :account
                   AND list_id IN (SELECT list_id FROM social.list_member WHERE account_id = :account LIMIT :limit)
                """)
                .param("account", account.value())
                .param("limit", limit)
                .update();
    }

    /** How many others are in it, counted up to a limit. */
    int countOthers(ListId list, AccountId account, int limit) {
        return jdbc.sql("""
                SELECT count(*)
                  FROM (SELECT 1 FROM social.list_member WHERE list_id = :list AND account_id <> :account
                         LIMIT :limit) AS members
                """)
                .param("list", list.value())
                .param("account", account.value())
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** Who is in it, the newest first. */
    List<Member> of(ListId list, long before, int limit) {
        return jdbc.sql("""
                SELECT position, account_id FROM social.list_member
                 WHERE list_id = ? AND position < ?
                 ORDER BY position DESC
                 LIMIT ?
                """)
                .param(list.value())
                .param(before)
                .param(limit)
                .query((row, _) -> new Member(row.getLong(1), new AccountId(row.getLong(2))))
                .list();
    }
}
