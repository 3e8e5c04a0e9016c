package com.socialflow.user.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.user.Answer;
import com.socialflow.user.PrivacyTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportsTest extends PrivacyTest {

    private static final String EXPORTS = "/api/v1/me/exports";

    private final JsonMapper json = new JsonMapper();
    private final ExportWork work;
    private final ExportJobStore jobs;
    private final int port;
    private Guest alice;

    ExportsTest(ExportWork work, ExportJobStore jobs, @Value("${local.server.port}") int port) {
        this.work = work;
        this.jobs = jobs;
        this.port = port;
    }

    @BeforeEach
    void meetAlice() {
        alice = guest();
    }

    @AfterEach
    void comeBack() {
        videos.away(false);
    }

    @Asvs({"V5.4.1", "V5.4.2"})
    @Test
    void givesEverythingInOneArchiveWithAListOfIt() throws IOException {
        var film = new byte[3 << 20];
        new Random(7).nextBytes(film);
        storage.put("originals/" + alice.account() + "/film", new ByteArrayInputStream(film));
        videos.add(alice.account(), "{\"title\":\"A train\"}", "originals/" + alice.account() + "/film");

        var asked = api.post(EXPORTS, Map.of(), alice.header());

        assertThat(asked.status()).isEqualTo(202);
        var ready = awaitState(alice, "ready");
        assertThat(ready.get("progress").asDouble()).isEqualTo(1);
        var answer = fetch(alice, asked.text("id"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"social-flow-[0-9A-Z]{13}\\.zip\"");
        assertThat(answer.body()).hasSize(ready.get("bytes").asInt());

        var files = unzipped(answer.body());
        assertThat(files).containsKey("social/following.json");
        assertThat(files.get("videos/1/original")).isEqualTo(film);
        assertThat(new String(files.get("videos/1/video.json"), StandardCharsets.UTF_8))
                .isEqualTo("{\"title\":\"A train\"}");
        var account = json.readTree(files.get("identity/account.json")).get(0);
        assertThat(account.get("username").asString()).isEqualTo(alice.name());
        assertThat(account.get("email").asString()).isEqualTo(alice.email());
        assertThat(account.get("birth_date").asString()).isEqualTo("1990-05-17");
        assertThat(json.readTree(files.get("identity/session.json"))).isNotEmpty();
        assertThat(json.readTree(files.get("identity/consent.json"))).hasSize(2);
        listIsTrue(files);
        noSecretIsInside(files);
    }

    private void listIsTrue(Map<String, byte[]> files) {
        var list = json.readTree(files.get(ZipArchive.MANIFEST));
        assertThat(list.get("account").asString()).isEqualTo(alice.account().toString());
        assertThat(list.get("files")).hasSize(files.size() - 1);
        for (var entry : list.get("files")) {
            var content = files.get(entry.get("path").asString());
            assertThat(content).as(entry.toString()).isNotNull();
            assertThat(entry.get("size").asLong()).isEqualTo(content.length);
            assertThat(entry.get("sha256").asString()).isEqualTo(sha256(content));
            assertThat(entry.get("mediaType").asString()).isNotEmpty();
            assertThat(entry.get("description").asString()).isNotEmpty();
        }
    }

    private static void noSecretIsInside(Map<String, byte[]> files) {
        files.forEach((path, content) -> {
            if (path.endsWith(".json") && !path.equals(ZipArchive.MANIFEST)) {
                assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain("argon2", "_hash", "lease_");
            }
        });
    }

    @Test
    void tellsThePersonWhenItIsReady() {
        api.post(EXPORTS, Map.of(), alice.header());
        awaitState(alice, "ready");

        assertThat(letters.at(alice.email(), "export-ready"))
                .singleElement()
                .satisfies(
                        sent -> assertThat(sent.letter().values().get("link")).endsWith("/settings/privacy"));
    }

    @Asvs("V8.2.2")
    @Test
    void hidesOnesArchiveFromOthers() throws IOException {
        var id = api.post(EXPORTS, Map.of(), alice.header()).text("id");
        awaitState(alice, "ready");
        var bob = guest();

        assertThat(fetch(bob, id).statusCode()).isEqualTo(404);
        assertThat(api.get(EXPORTS, bob.header()).body().get("items")).isEmpty();
        api.get(EXPORTS + "/" + id + "/file").isProblem(401, "authentication-required");
    }

    @Test
    void makesOneADay() {
        api.post(EXPORTS, Map.of(), alice.header());
        awaitState(alice, "ready");

        var again = api.post(EXPORTS, Map.of(), alice.header()).isProblem(429, "export-too-soon");

        assertThat(Integer.parseInt(again.headers().getFirst("Retry-After"))).isBetween(86_000, 86_401);
        clock.advance(Exports.PAUSE);
        assertThat(api.post(EXPORTS, Map.of(), again(alice).header()).status()).isEqualTo(202);
    }

    @Test
    void makesOneAtATime() {
        videos.away(true);
        api.post(EXPORTS, Map.of(), alice.header());

        api.post(EXPORTS, Map.of(), alice.header()).isProblem(409, "export-under-way");
    }

    @Test
    void triesAgainAndInTheEndGivesUp() {
        videos.away(true);
        var id = api.post(EXPORTS, Map.of(), alice.header()).text("id");

        // The program's own rounds may have the archive in hand at any of these moments.
        eventually("given up", () -> {
            clock.advance(Duration.ofMinutes(10));
            work.makeNext();
            return attempts(id) > ExportWork.ATTEMPTS_MAX;
        });

        var failed = again(alice);
        awaitState(failed, "failed");
        videos.away(false);
        assertThat(api.post(EXPORTS, Map.of(), failed.header()).status()).isEqualTo(202);
        awaitState(failed, "ready");
    }

    @Test
    void goesOnWhereSomebodyWasKilled() {
        var id = ExportId.parse(killedInTheMiddle());

        // Nobody else begins before the lease is over.
        work.makeNext();
        assertThat(state(alice)).isEqualTo("running");
        clock.advance(ExportWork.LEASE);
        work.makeNext();

        var after = again(alice);
        awaitState(after, "ready");
        assertThat(stored(id)).isEqualTo(1);
    }

    /** As a process leaves it that was killed when the archive was stored and the row did not say so yet. */
    private String killedInTheMiddle() {
        videos.away(true);
        var id = api.post(EXPORTS, Map.of(), alice.header()).text("id");
        eventually("tried", () -> state(alice).equals("waiting") && attempts(id) == 1);
        videos.away(false);
        jdbc.sql("""
                UPDATE "user".export SET state = 'running', lease_token = 99, due_at = :until WHERE id = :id
                """)
                .param("until", clock.instant().plus(ExportWork.LEASE).atOffset(ZoneOffset.UTC))
                .param("id", ExportId.parse(id).value())
                .update();
        try {
            storage.put("exports/%s/%s/63.zip".formatted(alice.account(), id), new ByteArrayInputStream(new byte[9]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private int attempts(String id) {
        return jdbc.sql("""
                SELECT attempts FROM "user".export WHERE id = :id
                """)
                .param("id", ExportId.parse(id).value())
                .query(Integer.class)
                .single();
    }

    @Test
    void whoeverLostTheLeaseChangesNothing() {
        killedInTheMiddle();
        var stranger = new ExportJobStore.Job(
                ExportId.parse(api.get(EXPORTS, alice.header())
                        .body()
                        .get("items")
                        .get(0)
                        .get("id")
                        .asString()),
                alice.account(),
                1,
                98);

        assertThat(jobs.renew(stranger, 0.5, clock.instant())).isFalse();
        assertThat(jobs.ready(stranger, 1, clock.instant())).isFalse();
        jobs.fail(stranger);
        assertThat(state(alice)).isEqualTo("running");
    }

    @Test
    void removesTheArchiveWhenItsTimeIsOver() throws IOException {
        var id = api.post(EXPORTS, Map.of(), alice.header()).text("id");
        awaitState(alice, "ready");
        assertThat(stored(ExportId.parse(id))).isEqualTo(1);

        clock.advance(Duration.ofDays(7));
        var later = again(alice);
        assertThat(fetch(later, id).statusCode()).isEqualTo(404);
        work.removeExpired();

        awaitState(later, "expired");
        assertThat(stored(ExportId.parse(id))).isZero();
    }

    private int stored(ExportId id) {
        return storage.list("exports/%s/%s/".formatted(alice.account(), id), "", 10)
                .size();
    }

    private String state(Guest guest) {
        return newest(guest).get("state").asString();
    }

    private JsonNode newest(Guest guest) {
        Answer answer = api.get(EXPORTS, guest.header());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().get("items").get(0);
    }

    private JsonNode awaitState(Guest guest, String state) {
        eventually(state, () -> state(guest).equals(state));
        return newest(guest);
    }

    private HttpResponse<byte[]> fetch(Guest guest, String id) throws IOException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s/%s/file".formatted(port, EXPORTS, id)))
                            .headers(guest.header())
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
