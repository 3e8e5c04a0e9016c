package com.socialflow.user.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.secrets.Envelopes;
import com.socialflow.testkit.Asvs;
import com.socialflow.user.vault.PersonalVault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does to the log what somebody with the database's password could do. */
class AuditVerificationTest extends AuditTest {

    private static final List<String> TABLES =
            List.of("audit_leaf", "audit_node", "audit_tree", "audit_checkpoint", "audit_key");

    private final AuditVerification verification;
    private final Checkpoints checkpoints;
    private final PersonalVault vault;
    private final AccountId account;

    AuditVerificationTest(
            AuditLog log,
            Audit audit,
            JdbcClient jdbc,
            DataSource database,
            Envelopes envelopes,
            Checkpoints checkpoints,
            PersonalVault vault,
            Ids ids) {
        super(log, audit, jdbc);
        this.verification = new AuditVerification(database, envelopes);
        this.checkpoints = checkpoints;
        this.vault = vault;
        this.account = new AccountId(ids.next());
    }

    @BeforeEach
    void fill() {
        carry();
        for (var i = 0; i < 20; i++) {
            recorded("test.verify", account, Map.of("n", String.valueOf(i)));
            if (i % 6 == 5) {
                checkpoints.sign();
            }
        }
        TABLES.forEach(table -> jdbc.sql("CREATE TABLE \"user\".saved_%s AS TABLE \"user\".%s".formatted(table, table))
                .update());
    }

    @AfterEach
    void putBack() {
        for (var table : TABLES) {
            jdbc.sql("DELETE FROM \"user\".%s".formatted(table)).update();
            jdbc.sql("INSERT INTO \"user\".%s TABLE \"user\".saved_%s".formatted(table, table))
                    .update();
            jdbc.sql("DROP TABLE \"user\".saved_%s".formatted(table)).update();
        }
        assertThat(found()).isEmpty();
    }

    private List<String> found() {
        return verification.verify(Optional.empty()).problems();
    }

    private long last() {
        return size() - 1;
    }

    @Test
    void isSoundWhenNobodyTouchedIt() {
        var report = verification.verify(checkpoints.latest());

        assertThat(report.sound()).isTrue();
        assertThat(report.entries()).isEqualTo(size());
        assertThat(report.checkpoints()).isGreaterThanOrEqualTo(3);
        assertThat(report.verifier()).contains("/audit+");
    }

    @Test
    void isSoundAfterAnErasure() {
        vault.destroy(account);

        assertThat(found()).isEmpty();
    }

    @Asvs("V16.4.2")
    @Test
    void findsAnEntryThatWasChanged() {
        jdbc.sql("""
                UPDATE "user".audit_leaf SET entry = set_byte(entry, 9, get_byte(entry, 9) # 1) WHERE sequence = :at
                """).param("at", last() - 4).update();

        assertThat(found()).anyMatch(sentence -> sentence.startsWith("entry %d was changed".formatted(last() - 4)));
    }

    @Test
    void findsAnEntryThatWasChangedTogetherWithItsHash() {
        var leaf = jdbc.sql("""
                SELECT entry FROM "user".audit_leaf WHERE sequence = :at
                """)
                .param("at", last() - 4)
                .query((row, _) -> row.getBytes("entry"))
                .single();
        leaf[leaf.length - 1] ^= 1;
        jdbc.sql("""
                UPDATE "user".audit_leaf SET entry = :entry, hash = :hash WHERE sequence = :at
                """)
                .param("entry", leaf)
                .param("hash", Hashes.leaf(leaf))
                .param("at", last() - 4)
                .update();

        assertThat(found()).anyMatch(sentence -> sentence.contains("signed another head"));
    }

    @Test
    void findsAColumnThatWasChangedBesideItsEntry() {
        jdbc.sql("""
                UPDATE "user".audit_leaf SET actor = 1 WHERE sequence = :at
                """).param("at", last()).update();

        assertThat(found())
                .containsExactly("entry %d is not what its row says: a searched column was changed".formatted(last()));
    }

    @Asvs("V16.4.2")
    @Test
    void findsAnEntryThatWasDeleted() {
        var at = last() - 5;
        jdbc.sql("""
                DELETE FROM "user".audit_leaf WHERE sequence = :at
                """).param("at", at).update();

        assertThat(found()).startsWith("entry %d is missing".formatted(at));
    }

    @Test
    void findsThatTheLastEntriesWereDeletedWithTheirPlaceInTheTree() {
        var tree = new AuditStore(jdbc).frontier();
        var shorter = Frontier.EMPTY;
        for (var i = 0L; i < tree.size() - 4; i++) {
            shorter = shorter.append(new AuditStore(jdbc).node(0, i), (_, _, _) -> {});
        }
        jdbc.sql("""
                DELETE FROM "user".audit_leaf WHERE sequence >= :size
                """).param("size", shorter.size()).update();
        moveEdge(shorter);

        assertThat(found()).anyMatch(sentence -> sentence.contains("is of more entries than there are"));
    }

    @Asvs("V16.4.2")
    @Test
    void findsEntriesThatChangedPlaces() {
        jdbc.sql("""
                UPDATE "user".audit_leaf a
                   SET entry = b.entry, hash = b.hash, at = b.at
                  FROM "user".saved_audit_leaf b
                 WHERE (a.sequence = :one AND b.sequence = :other) OR (a.sequence = :other AND b.sequence = :one)
                """).param("one", last() - 5).param("other", last() - 6).update();

        assertThat(found())
                .contains("entry %d was moved: it was entry %d".formatted(last() - 5, last() - 6))
                .anyMatch(sentence -> sentence.contains("signed another head"));
    }

    @Test
    void findsACheckpointThatWasSwapped() {
        jdbc.sql("""
                UPDATE "user".audit_checkpoint
                   SET note = (SELECT note FROM "user".audit_checkpoint ORDER BY size LIMIT 1)
                 WHERE size = (SELECT max(size) FROM "user".audit_checkpoint)
                """).update();

        assertThat(found()).hasSize(1).first().asString().contains(" is one of ");
    }

    @Test
    void findsACheckpointOfAForgedKey() {
        var forged = NoteKey.make("socialflow.invalid/audit");
        var tree = new AuditStore(jdbc).frontier();
        var text = new Checkpoint("socialflow.invalid/audit", tree.size(), tree.head()).text();
        jdbc.sql("""
                INSERT INTO "user".audit_key (id, name, public_key, private_key, created_at)
                VALUES (9, 'socialflow.invalid/audit', :public, '\\x0102', now())
                """).param("public", forged.key().publicKey()).update();
        jdbc.sql("""
                UPDATE "user".audit_checkpoint SET note = :note WHERE size = (
                    SELECT max(size) FROM "user".audit_checkpoint)
                """)
                .param("note", forged.key().sign(text, forged.privateKey()))
                .update();

        assertThat(found())
                .anyMatch(sentence -> sentence.startsWith(
                        "key %s was not made".formatted(forged.key().id())))
                .anyMatch(sentence -> sentence.contains("is not signed by a key of this log"));
    }

    @Test
    void findsANodeThatWasChanged() {
        jdbc.sql("""
                UPDATE "user".audit_node SET hash = set_byte(hash, 3, get_byte(hash, 3) # 1)
                 WHERE level = 2 AND position = 1
                """).update();

        assertThat(found()).containsExactly("node 1 of level 2 is missing or another");
    }

    @Test
    void findsWithACheckpointFromElsewhereThatEverythingWasReplaced() {
        var kept = checkpoints.latest();
        TABLES.stream()
                .filter(table -> !table.equals("audit_key") && !table.equals("audit_tree"))
                .forEach(table ->
                        jdbc.sql("DELETE FROM \"user\".%s".formatted(table)).update());
        moveEdge(Frontier.EMPTY);
        recorded("test.replaced", account, Map.of());

        assertThat(found()).isEmpty();
        assertThat(verification.verify(kept).problems())
                .anyMatch(sentence -> sentence.startsWith("the checkpoint that was kept is of"));
    }

    private void moveEdge(Frontier to) {
        jdbc.sql("""
                UPDATE "user".audit_tree SET size = :size, frontier = :frontier WHERE id = 1
                """).param("size", to.size()).param("frontier", to.bytes()).update();
    }
}
