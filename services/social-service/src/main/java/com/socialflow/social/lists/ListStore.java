package com.socialflow.social.lists;

import com.socialflow.core.AccountId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.list}; every statement asks for the owner. */
@Component
class ListStore {

    private final JdbcClient jdbc;

    ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId owner, PeopleList list) {
        jdbc.sql("INSERT INTO social.list (id, owner_id, title) VALUES (:id, :owner, :title)")
                .param("id", list.id().value())
                .param("owner", owner.value())
                .param("title", list.title())
                .update();
    }

    /** All of a person, the newest first; there are few. */
    List<PeopleList> of(AccountId owner) {
        return jdbc.sql("SELECT id, title FROM social.list WHERE owner_id = ? ORDER BY id DESC")
                .param(owner.value())
                .query((row, _) -> new PeopleList(new ListId(row.getLong(1)), row.getString(2)))
                .list();
    }

    Optional<PeopleList> find(AccountId owner, ListId id) {
        return jdbc.sql("SELECT id, title FROM social.list WHERE id = ? AND owner_id = ?")
                .param(id.value())
                .param(owner.value())
                .query((row, _) -> new PeopleList(new ListId(row.getLong(1)), row.getString(2)))
                .optional();
    }

    /** Whether it is the person's; nobody else changes it until this transaction ends. */
    boolean lock(AccountId owner, ListId id) {
        return jdbc.sql("SELECT 1 FROM social.list WHERE id = :id AND owner_id = :owner FOR UPDATE")
                .param("id", id.value())
                .param("owner", owner.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whether it is the person's. */
    boolean rename(AccountId owner, PeopleList list) {
        return jdbc.sql("UPDATE social.list SET title = :title WHERE id = :id AND owner_id = :owner")
                        .param("title", list.title())
                        .param("id", list.id().value())
                        .param("owner", owner.value())
                        .update()
                == 1;
    }

    /** Whether it was the person's; its members go with it. */
    boolean delete(AccountId owner, ListId id) {
        return jdbc.sql("DELETE FROM social.list WHERE id = :id AND owner_id = :owner")
                        .param("id", id.value())
                        .param("owner", owner.value())
                        .update()
                == 1;
    }
}
