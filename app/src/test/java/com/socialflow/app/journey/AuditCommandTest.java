package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The audit log of a whole program: through Kafka, over a kill, and before somebody who wants to change it. */
@Tag("engines")
@Execution(ExecutionMode.CONCURRENT)
class AuditCommandTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern CLAIM = Pattern.compile("/claim#token=([\\w-]+)");
    private static final Pattern ENTRIES = Pattern.compile("as it was recorded: (\\d+) entries");

    private final Path folder = SharedProgram.directory("audit");

    @AfterEach
    void clean() {
        RunningProgram.remove(folder);
    }

    @Test
    void verifiesWhileTheProgramRunsAndAfterItWasKilled() throws Exception {
        try (var program = RunningProgram.start(folder.resolve("data"));
                var client = HttpClient.newHttpClient()) {
            var token = signedUp(client, program.address());
            var claim = CLAIM.matcher(program.output());
            assertThat(claim.find()).as(program.output()).isTrue();
            assertThat(post(client, program.address(), "/api/v1/admin/claims", token, "{\"token\":\"wrong\"}"))
                    .isEqualTo(422);
            var right = "{\"token\":\"%s\"}".formatted(claim.group(1));
            assertThat(post(client, program.address(), "/api/v1/admin/claims", token, right))
                    .isEqualTo(204);
            // Killed while the last of it may be anywhere between the outbox and the tree.
            program.kill();
            program.restart();

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(entries(verify(program.data()))).isGreaterThanOrEqualTo(2));
            assertThat(program.output()
                            .lines()
                            .filter(line -> CLAIM.matcher(line).find()))
                    .as("no second link")
                    .hasSize(1);
        }
        var kept = folder.resolve("checkpoint");
        Files.writeString(kept, "no checkpoint at all");
        var stopped = verify(folder.resolve("data"));
        assertThat(stopped.exit()).as(stopped.said()).isZero();
        assertThat(stopped.said()).contains("Signed by ", "checkpoints").doesNotContain(" 0 checkpoints");
        var refused = verify(folder.resolve("data"), "--checkpoint=" + kept);
        assertThat(refused.exit()).as(refused.said()).isEqualTo(1);
        var nothing = verify(folder.resolve("elsewhere"));
        assertThat(nothing.exit()).as(nothing.said()).isEqualTo(2);
        assertThat(nothing.said()).contains("There is no database");
    }

    private static int entries(ProgramCommand verdict) {
        assertThat(verdict.exit()).as(verdict.said()).isZero();
        var entries = ENTRIES.matcher(verdict.said());
        return entries.find() ? Integer.parseInt(entries.group(1)) : -1;
    }

    private static String signedUp(HttpClient client, URI address) throws IOException, InterruptedException {
        var person = """
                {"username":"auditor","email":"auditor@example.org","password":"a long sentence to keep",
                 "birthDate":"1990-01-01"}""";
        assertThat(post(client, address, "/api/v1/accounts", "", person)).isEqualTo(201);
        var answer = client.send(
                request(
                        address,
                        "/api/v1/sessions",
                        "",
                        "{\"login\":\"auditor\",\"password\":\"a long sentence to keep\"}"),
                BodyHandlers.ofString());
        return answer.body().replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");
    }

    private static int post(HttpClient client, URI address, String path, String token, String json)
            throws IOException, InterruptedException {
        return client.send(request(address, path, token, json), BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpRequest request(URI address, String path, String token, String json) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return (token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build();
    }

    private ProgramCommand verify(Path data, String... more) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("audit", "verify", "--data=" + data));
        arguments.addAll(List.of(more));
        return ProgramCommand.run(folder, arguments.toArray(String[]::new));
    }
}
