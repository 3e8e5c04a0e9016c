package com.socialflow.social.drafts;

import com.socialflow.core.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code social.draft}. */
@Component
class SavedDraftStore {

    private static final String COLUMNS = "id, owner_id, content, created_at, updated_at";

    private final JdbcClient jdbc;

    SavedDraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SavedDraft draft) {
        jdbc.sql("""
                INSERT INTO social.draft (id, owner_id, content, created_at, updated_at)
                VALUES (:id, :owner, CAST(:content AS jsonb), :created, :updated)
                """)
                .param("id", draft.id().value())
                .param("owner", draft.owner().value())
                .param("content", draft.content())
                .param("created", draft.createdAt().atOffset(ZoneOffset.UTC))
                .param("updated", draft.updatedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    int count(AccountId owner) {
        return jdbc.sql("SELECT count(*) FROM social.draft WHERE owner_id = ?")
                .param(owner.value())
                .query(Integer.class)
                .single();
    }

    Optional<SavedDraft> find(DraftId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM social.draft WHERE id = ?")
                .param(id.value())
                .query((row, _) -> draft(row))
                .optional();
    }

    /** A person's drafts, newest first. */
    List<SavedDraft> page(AccountId owner, long before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM social.draft WHERE owner_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .param(owner.value())
                .param(before)
                .param(limit)
                .query((row, _) -> draft(row))
                .list();
    }

    boolean update(DraftId id, String content, Instant now) {
        return jdbc.sql("UPDATE social.draft SET content = CAST(? AS jsonb), updated_at = ? WHERE id = ?")
                        .param(content)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(id.value())
                        .update()
                == 1;
    }

    boolean delete(DraftId id) {
        return jdbc.sql("DELETE FROM social.draft WHERE id = ?")
                        .param(id.value())
                        .update()
                == 1;
    }

    private static SavedDraft draft(ResultSet row) throws SQLException {
        return new SavedDraft(
                new DraftId(row.getLong(1)),
                new AccountId(row.getLong(2)),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
