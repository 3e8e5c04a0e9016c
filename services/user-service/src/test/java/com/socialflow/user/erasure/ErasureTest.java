package com.socialflow.user.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.testkit.TestDatabase;
import com.socialflow.testkit.Traces;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.PrivacyTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;

/** Somebody with a word of his own in every field leaves, and none of the words is found again. */
class ErasureTest extends PrivacyTest {

    private static final String NAME = "canary_wren_4711";
    private static final String EMAIL = "canary.finch.4711@example.com";
    private static final List<String> WORDS = List.of(
            NAME,
            EMAIL,
            "Canary Siskin 4711",
            "1971-03-29",
            "CanaryAgent/4711",
            "canary-language-4711",
            Api.PASSWORD,
            "canary_robin_4711",
            "Canary biography 4711",
            "canary-link-4711",
            "Canary token 4711",
            "Canary program 4711");

    /** Objects to remove; that a key was destroyed, so that nobody gets a second one; the audit log, unreadable now. */
    private static final List<String> NUMBERED =
            List.of("\"user\".object_removal", "\"user\".person_key", "\"user\".audit_leaf");

    private final ErasureRounds rounds;
    private final TestDatabase database;
    private final Path data;

    ErasureTest(
            ErasureRounds rounds,
            @Value("${socialflow.database.url}") String url,
            @Value("${socialflow.database.user}") String user,
            @Value("${socialflow.database.password}") String password,
            @Value("${socialflow.data}") Path data) {
        this.rounds = rounds;
        this.database = new TestDatabase(url, user, password);
        this.data = data;
    }

    @Test
    void leavesNoByte(CapturedOutput log) {
        var canary = canary();
        assertThat(Traces.inDatabase(database, WORDS)).as("it is there before").isNotEmpty();
        api.post("/api/v1/me/exports", Map.of(), canary.header());
        eventually("archived", () -> exportState(canary).equals("ready"));
        assertThat(storage.list("exports/" + canary.account() + "/", "", 10)).hasSize(1);

        api.post("/api/v1/me/deletion", Map.of(), canary.header());
        clock.advance(Duration.ofDays(30));
        rounds.run();
        relay();

        assertThat(Traces.inDatabase(database, WORDS)).isEmpty();
        for (var name : List.of(NAME, "canary_robin_4711")) {
            api.register(name).isProblem(409, "username-taken");
        }
        assertThat(Traces.inDatabase(
                        database, List.of(Long.toString(canary.account().value()))))
                .as("what still names the account by its number")
                .allMatch(where -> NUMBERED.stream().anyMatch(where::startsWith));
        eventually(
                "its archive is gone",
                () -> storage.list("exports/" + canary.account() + "/", "", 10).isEmpty());
        assertThat(Traces.inFiles(data.resolve("storage"), WORDS)).isEmpty();
        assertThat(WORDS).as("words in the log").noneMatch(word -> Traces.contains(log.getAll(), word));
    }

    private Guest canary() {
        var form = Map.of(
                "username",
                NAME,
                "email",
                EMAIL,
                "password",
                Api.PASSWORD,
                "birthDate",
                "1971-03-29",
                "displayName",
                "Canary Siskin 4711");
        var made = api.post("/api/v1/accounts", form, "Idempotency-Key", "canary-4711");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        var token = api.signIn(
                        EMAIL,
                        Api.PASSWORD,
                        "User-Agent",
                        "CanaryAgent/4711",
                        "Accept-Language",
                        "canary-language-4711")
                .text("accessToken");
        var guest = new Guest(NAME, AccountId.parse(made.text("id")), token);
        describe(guest);
        return guest;
    }

    private void describe(Guest canary) {
        var profile = Map.of(
                "biography",
                "Canary biography 4711",
                "links",
                List.of(Map.of("name", "canary-link-4711", "url", "https://example.com/canary-link-4711")));
        done(api.call("PATCH", "/api/v1/me", profile, canary.header()));
        done(api.call("PUT", "/api/v1/me/username", Map.of("username", "canary_robin_4711"), canary.header()));
        done(api.post(
                "/api/v1/me/access-tokens",
                Map.of("name", "Canary token 4711", "scopes", List.of("videos:read"), "expiresInDays", 30),
                canary.header()));
        done(api.post(
                "/api/v1/me/clients",
                Map.of(
                        "name",
                        "Canary program 4711",
                        "redirectUris",
                        List.of("https://example.com/canary-link-4711"),
                        "confidential",
                        true),
                canary.header()));
        done(api.post("/api/v1/me/totp", Map.of(), canary.header()));
        done(api.call("PUT", "/api/v1/me/email", Map.of("email", "canary.new.4711@example.com"), canary.header()));
        invited(canary);
    }

    private void invited(Guest canary) {
        jdbc.sql("""
                INSERT INTO "user".invite
                       (id, code_hash, email, roles, created_by, created_at, expires_at, used_by, used_at)
                VALUES (4711, 'x', :email, '{}', :by, :now, :now, :account, :now)
                """)
                .param("email", EMAIL)
                .param("by", guest().account().value())
                .param("account", canary.account().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 299);
    }

    private String exportState(Guest guest) {
        return api.get("/api/v1/me/exports", guest.header())
                .body()
                .get("items")
                .get(0)
                .get("state")
                .asString();
    }

    /** As the relay does, once Kafka has them. */
    private void relay() {
        jdbc.sql("DELETE FROM \"user\".outbox").update();
    }
}
