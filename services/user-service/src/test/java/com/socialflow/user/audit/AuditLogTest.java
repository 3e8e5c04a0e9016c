package com.socialflow.user.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.proto.audit.v1.AuditRecorded;
import com.socialflow.testkit.Asvs;
import com.socialflow.user.Api;
import com.socialflow.user.vault.PersonalVault;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class AuditLogTest extends AuditTest {

    private final TransactionTemplate transactions;
    private final PersonalVault vault;
    private final Checkpoints checkpoints;
    private final CheckpointKeys keys;
    private final Ids ids;

    AuditLogTest(
            AuditLog log,
            Audit audit,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            PersonalVault vault,
            Checkpoints checkpoints,
            CheckpointKeys keys,
            Ids ids) {
        super(log, audit, jdbc);
        this.transactions = transactions;
        this.vault = vault;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.ids = ids;
    }

    @BeforeEach
    void start() {
        carry();
    }

    @Asvs("V2.3.3")
    @Test
    void recordsWithTheChangeOrNotAtAll() {
        var account = new AccountId(ids.next());
        transactions.executeWithoutResult(status -> {
            audit.record(AuditEntry.done("test.undone", account, Map.of()));
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(_ -> audit.record(AuditEntry.done("test.done", account, Map.of())));
        audit.record(AuditEntry.refused("test.alone", account, Map.of()));

        assertThat(waiting()).extracting(AuditRecorded::getAction).containsExactly("test.done", "test.alone");
    }

    @Asvs("V16.2.1")
    @Test
    void saysWhoDidItFromWhereAndInWhichRequest() {
        var admin = person("admin");
        var other = person();
        carry();
        api.get(
                "/api/v1/admin/accounts/" + other.id(),
                "Authorization",
                "Bearer " + admin.token(),
                "User-Agent",
                "Netscape 4",
                "X-Request-Id",
                "request-17");

        carry();

        var entry = get(admin, "/api/v1/admin/audit?action=admin.account.read&target=account:" + other.id())
                .body()
                .get("items")
                .get(0);
        assertThat(entry.get("actor").asString()).isEqualTo(admin.id().toString());
        assertThat(entry.get("outcome").asString()).isEqualTo("done");
        assertThat(entry.get("requestId").asString()).isEqualTo("request-17");
        assertThat(entry.get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(entry.get("userAgent").asString()).isEqualTo("Netscape 4");
    }

    @Asvs({"V14.2.4", "V16.2.5"})
    @Test
    void hidesWhatIsPersonalOnTheWayAndInTheLog() {
        var person = person();
        audit.record(AuditEntry.done("test.secret", person.id(), Map.of("place", "Xanadu")));

        assertThat(hex("""
                SELECT string_agg(encode(payload, 'hex'), ' ') FROM "user".outbox
                """)).doesNotContain(hexOf("Xanadu"));
        carry();
        assertThat(hex("""
                SELECT string_agg(encode(entry, 'hex'), ' ') FROM "user".audit_leaf
                """)).contains(hexOf("test.secret")).doesNotContain(hexOf("Xanadu"));
    }

    private String hex(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private static String hexOf(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    @Test
    void takesAnEventThatComesTwiceOnce() {
        audit.record(AuditEntry.done("test.twice", new AccountId(ids.next()), Map.of()));
        var event = waiting().getLast();
        carry();
        var size = size();

        log.append(event);

        assertThat(size()).isEqualTo(size);
    }

    @Test
    void takesEventsThatComeTogetherInTheirOrderAndEachOnce() {
        recorded("test.together", new AccountId(ids.next()), Map.of());
        var before = size();
        for (var i = 0; i < 5; i++) {
            audit.record(AuditEntry.done("test.together", new AccountId(ids.next()), Map.of("n", String.valueOf(i))));
        }
        var events = waiting();
        log.append(events.getFirst());

        log.append(events);
        carry();

        assertThat(size()).isEqualTo(before + 5);
        assertThat(jdbc.sql("""
                SELECT id FROM "user".audit_leaf WHERE sequence >= :before ORDER BY sequence
                """).param("before", before).query(Long.class).list())
                .isEqualTo(events.stream().map(AuditRecorded::getId).toList());
        assertThat(new Proofs(new AuditStore(jdbc)::node).head(size()))
                .isEqualTo(new AuditStore(jdbc).frontier().head());
    }

    @Test
    void numbersEntriesWithoutGapsHoweverManyComeAtOnce() {
        var before = size();
        for (var i = 0; i < 40; i++) {
            audit.record(AuditEntry.done("test.many", new AccountId(ids.next()), Map.of("n", String.valueOf(i))));
        }
        var events = new ArrayList<>(waiting());
        Api.atOnce(8, () -> {
            while (true) {
                AuditRecorded event;
                synchronized (events) {
                    if (events.isEmpty()) {
                        return true;
                    }
                    event = events.removeFirst();
                }
                log.append(event);
            }
        });
        carry();

        assertThat(size()).isEqualTo(before + 40);
        assertThat(jdbc.sql("""
                SELECT max(sequence) + 1 = count(*) AND min(sequence) = 0 FROM "user".audit_leaf
                """).query(Boolean.class).single()).isTrue();
    }

    @Test
    void anErasedPersonsPartsAreUnreadableAndTheTreeIsAsItWas() {
        var admin = person("admin");
        var person = person();
        recorded("test.place", person.id(), Map.of("place", "Xanadu"));
        var path = "/api/v1/admin/audit?target=account:" + person.id() + "&action=test.place";
        assertThat(get(admin, path)
                        .body()
                        .get("items")
                        .get(0)
                        .get("details")
                        .get("place")
                        .asString())
                .isEqualTo("Xanadu");
        var head = new Proofs(new AuditStore(jdbc)::node).head(size());

        vault.destroy(person.id());

        var entry = get(admin, path).body().get("items").get(0);
        assertThat(entry.get("details")).isEmpty();
        assertThat(entry.get("erased").asBoolean()).isTrue();
        assertThat(new Proofs(new AuditStore(jdbc)::node).head(size())).isEqualTo(head);
    }

    @Test
    void provesWithSignedHeadsThatAnEntryIsThereAndThatTheTreeOnlyGrew() {
        var admin = person("admin");
        recorded("test.first", admin.id(), Map.of());
        checkpoints.sign();
        var first = latest();
        for (var i = 0; i < 11; i++) {
            recorded("test.more", admin.id(), Map.of());
        }
        checkpoints.sign();
        var second = latest();
        assertThat(second.size()).isGreaterThan(first.size());

        var leaf = first.size() - 1;
        var inclusion = get(admin, "/api/v1/admin/audit/%d/inclusion?size=%d".formatted(leaf, second.size()));
        assertThat(Proofs.included(
                        new AuditStore(jdbc).node(0, leaf),
                        leaf,
                        second.size(),
                        hashes(inclusion.body().get("path")),
                        second.head()))
                .isTrue();
        var consistency =
                get(admin, "/api/v1/admin/audit/consistency?first=%d&second=%d".formatted(first.size(), second.size()));
        assertThat(Proofs.consistent(
                        first.size(),
                        first.head(),
                        second.size(),
                        second.head(),
                        hashes(consistency.body().get("proof"))))
                .isTrue();
    }

    private Checkpoint latest() {
        var note = checkpoints.latest().orElseThrow();
        return Checkpoint.parse(keys.published().getFirst().verified(note).orElseThrow())
                .orElseThrow();
    }

    private static List<byte[]> hashes(JsonNode array) {
        var hashes = new ArrayList<byte[]>();
        array.forEach(hash -> hashes.add(Base64.getDecoder().decode(hash.asString())));
        return hashes;
    }
}
