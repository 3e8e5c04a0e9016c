package com.socialflow.user.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.testkit.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class AuditApiTest extends AuditTest {

    private final TestClock clock;
    private final int port;

    AuditApiTest(AuditLog log, Audit audit, JdbcClient jdbc, TestClock clock, @Value("${local.server.port}") int port) {
        super(log, audit, jdbc);
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void start() {
        carry();
    }

    @Test
    void findsEntriesByEachOfTheirSides() {
        var admin = person("admin");
        var person = person();
        recorded("test.early", person.id(), Map.of());
        clock.advance(Duration.ofMinutes(5));
        var between = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        recorded("test.late", person.id(), Map.of());
        var target = "&target=account:" + person.id();

        assertThat(actions(admin, "?action=test.early" + target)).containsExactly("test.early");
        assertThat(actions(admin, "?from=" + between + target)).containsExactly("test.late");
        assertThat(actions(admin, "?to=" + between + target))
                .contains("test.early")
                .doesNotContain("test.late");
        assertThat(actions(admin, "?actor=" + person.id() + "&action=test.early"))
                .isEmpty();
        get(admin, "/api/v1/admin/audit?from=yesterday").isProblem(400, "malformed");
    }

    private ArrayList<String> actions(Person reader, String query) {
        var actions = new ArrayList<String>();
        var answer = get(reader, "/api/v1/admin/audit" + query);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        answer.body()
                .get("items")
                .forEach(entry -> actions.add(entry.get("action").asString()));
        return actions;
    }

    @Test
    void pagesThroughEverythingFromTheNewestOn() {
        var admin = person("admin");
        for (var i = 0; i < 7; i++) {
            recorded("test.page", admin.id(), Map.of("n", String.valueOf(i)));
        }
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var answer = get(
                    admin,
                    "/api/v1/admin/audit?limit=3&action=test.page&target=account:" + admin.id() + "&cursor=" + next);
            answer.body()
                    .get("items")
                    .forEach(entry -> seen.add(entry.get("details").get("n").asString()));
            next = answer.body().has("nextCursor") ? answer.text("nextCursor") : "";
        } while (!next.isEmpty());

        assertThat(seen).containsExactly("6", "5", "4", "3", "2", "1", "0");
    }

    @Test
    void exportsALineForEachEntry() throws IOException, InterruptedException {
        var admin = person("admin");
        // More than are held in memory at once.
        for (var i = 0; i < 450; i++) {
            audit.record(AuditEntry.done("test.export", admin.id(), Map.of("n", String.valueOf(i))));
        }
        carry();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                                    + "/api/v1/admin/audit/export?action=test.export&target=account:" + admin.id()))
                            .header("Authorization", "Bearer " + admin.token())
                            .build(),
                    BodyHandlers.ofString(UTF_8));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
            var lines = answer.body().lines().toList();
            assertThat(lines).hasSize(450);
            assertThat(new JsonMapper()
                            .readTree(lines.getLast())
                            .get("details")
                            .get("n")
                            .asString())
                    .isEqualTo("0");
        }
        assertThat(waiting()).anyMatch(event -> event.getAction().equals("audit.export"));
    }

    @Test
    void showsPeopleWhatHappenedToThemAndNotFromWhereOthersDidIt() {
        var admin = person("admin");
        var person = person();
        recorded("test.mine", person.id(), Map.of("what", "yes"));
        get(admin, "/api/v1/admin/accounts/" + person.id());
        carry();

        var items = get(person, "/api/v1/me/security/events").body().get("items");

        var byAdmin = items.get(0);
        assertThat(byAdmin.get("action").asString()).isEqualTo("admin.account.read");
        assertThat(byAdmin.get("byYou").asBoolean()).isFalse();
        assertThat(byAdmin.has("address")).isFalse();
        assertThat(byAdmin.has("actor")).isFalse();
        assertThat(items.get(1).get("action").asString()).isEqualTo("test.mine");
        assertThat(items.get(1).get("details").get("what").asString()).isEqualTo("yes");
        api.get("/api/v1/me/security/events").isProblem(401, "authentication-required");
    }

    @Test
    void refusesProofsOfWhatIsNotThere() {
        var admin = person("admin");

        get(admin, "/api/v1/admin/audit/99999999/inclusion").isProblem(404, "entry-not-found");
        get(admin, "/api/v1/admin/audit/consistency?first=0&second=1").isProblem(400, "bad-size");
    }
}
