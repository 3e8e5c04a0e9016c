package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.socialflow.testkit.FreePort;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The main job with the workers in a process of their own, which joins the engines of the other one. It serves videos
 * too, and asks the other who people are.
 */
@Tag("engines")
@Execution(ExecutionMode.CONCURRENT)
class RolesTest {

    private static final Duration TRANSCODED = Duration.ofMinutes(3);

    private static RunningProgram platform;
    private static RunningProgram workers;

    @BeforeAll
    static void start() {
        var data = SharedProgram.directory("roles");
        var calls = "127.0.0.1:" + FreePort.next();
        platform = RunningProgram.start(data, "--roles=all,-workers", "--socialflow.calls.listen=" + calls);
        workers = RunningProgram.start(
                data,
                "--roles=workers,video",
                "--socialflow.calls.address.user=" + calls,
                "--socialflow.auth.jwks-url=" + platform.address().resolve("/.well-known/jwks.json"));
    }

    @AfterAll
    static void stop() {
        workers.close();
        platform.close();
        assertThat(Crash.processes(platform.data(), ""))
                .as("processes that outlive both")
                .isEmpty();
        RunningProgram.remove(platform.data());
    }

    @Execution(ExecutionMode.SAME_THREAD)
    @Test
    void whatOneProcessTakesInTheOtherTranscodes() {
        var person = Person.registered(platform.address(), "two_processes");
        var id = person.upload("In two processes", SharedProgram.clip());

        var video = person.awaitEnd(id, TRANSCODED);

        assertThat(video.path("state").asString()).as(video.toString()).isEqualTo("ready");
        new Playback(Person.anonymous(platform.address()))
                .plays(video.path("playback").path("hls").asString());
    }

    @Execution(ExecutionMode.SAME_THREAD)
    @Test
    void tokensAreGoodInAProcessThatKnowsNobody() {
        var person = Person.registered(platform.address(), "known_elsewhere");
        var id = person.video("Mine alone");
        var made = person.post(
                "/api/v1/me/access-tokens", "{\"name\":\"A script\",\"scopes\":[\"videos:read\"],\"expiresInDays\":1}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var token = Person.json(made).path("token").asString();

        assertThat(person.at(workers.address()).get("/api/v1/videos/" + id).statusCode())
                .isEqualTo(200);
        var script = Person.withToken(workers.address(), token);
        assertThat(script.get("/api/v1/videos/" + id).statusCode()).isEqualTo(200);
        assertThat(script.patch("/api/v1/videos/" + id, "{}").body()).contains("insufficient-scope");
        assertThat(Person.withToken(workers.address(), token.replace("sfp_", "sfp_x"))
                        .get("/api/v1/videos/" + id)
                        .statusCode())
                .isEqualTo(401);
    }

    @Execution(ExecutionMode.SAME_THREAD)
    @Test
    void aKilledWorkersProcessGoesOnWhenItComesBack() {
        var person = Person.registered(platform.address(), "a_killed_worker");
        var id = person.upload("Interrupted", SharedProgram.clip());
        await("ffmpeg is at work")
                .atMost(TRANSCODED)
                .until(() -> !Crash.processes(platform.data(), "ffmpeg").isEmpty());

        workers.kill();
        assertThat(person.get("/api/v1/videos/" + id).body()).contains("\"processing\"");
        workers.restart();

        var video = person.awaitEnd(id, TRANSCODED);
        assertThat(video.path("state").asString()).as(video.toString()).isEqualTo("ready");
        new Playback(person).plays(video.path("playback").path("hls").asString());
        await("no ffmpeg remains")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Crash.processes(platform.data(), "ffmpeg").isEmpty());
    }
}
