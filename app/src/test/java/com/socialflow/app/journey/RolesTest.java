package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job with the workers in a process of their own, which joins the engines of the other one. */
@Tag("engines")
class RolesTest {

    private static final Duration TRANSCODED = Duration.ofMinutes(3);

    private static RunningProgram platform;
    private static RunningProgram workers;

    @BeforeAll
    static void start() {
        var data = SharedProgram.directory("roles");
        platform = RunningProgram.start(data, "--roles=all,-workers");
        workers = RunningProgram.start(data, "--roles=workers");
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

    @Test
    void whatOneProcessTakesInTheOtherTranscodes() {
        var person = Person.registered(platform.address(), "two_processes");
        var id = person.upload("In two processes", SharedProgram.clip());

        var video = person.awaitEnd(id, TRANSCODED);

        assertThat(video.path("state").asString()).as(video.toString()).isEqualTo("ready");
        new Playback(Person.anonymous(platform.address()))
                .plays(video.path("playback").path("hls").asString());
    }

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
