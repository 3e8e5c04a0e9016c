package com.socialflow.workers.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.proto.workers.v1.VideoFailed;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetbacksTest extends QueueTest {

    @Test
    void aTaskThatFailsComesBackAfterPausesThatGrow() {
        var pauses = new ArrayList<Long>();
        for (var attempt = 1; attempt < settings.attempts(); attempt++) {
            assertThat(failed(claim())).isEqualTo(TaskOutcome.AGAIN_LATER);
            pauses.add(secondsUntilTaken());
        }

        assertThat(pauses)
                .satisfiesExactly(
                        pause -> assertThat(pause).isBetween(0L, 1L),
                        pause -> assertThat(pause).isBetween(2L, 4L),
                        pause -> assertThat(pause).isBetween(8L, 16L),
                        pause -> assertThat(pause).isBetween(32L, 64L));
    }

    @Test
    void aTaskThatAlwaysFailsEndsItsJobWithAReason() {
        inspect();
        for (var attempt = 1; attempt < settings.attempts(); attempt++) {
            assertThat(failed(claim())).isEqualTo(TaskOutcome.AGAIN_LATER);
            clock.advance(Duration.ofMinutes(3));
        }
        assertThat(failed(claim())).isEqualTo(TaskOutcome.JOB_FAILED);

        assertThat(state(1)).isEqualTo(JobState.FAILED);
        assertThat(events(VideoFailed.class)).singleElement().satisfies(event -> {
            assertThat(event.getCode()).isEqualTo("processing-failed");
            assertThat(event.getMessage()).isNotBlank();
        });
        assertThat(tasks(video)).containsExactly("removal 0 waiting", "removal 1 waiting");
    }

    @Test
    void aTaskThatKillsItsWorkersIsNotTriedForever() {
        inspect();
        for (var attempt = 1; attempt <= settings.attempts(); attempt++) {
            assertThat(setbacks.beyondAttempts(claim().task())).isFalse();
            clock.advance(settings.lease());
        }

        assertThat(setbacks.beyondAttempts(claim().task())).isTrue();
    }

    @Test
    void aVideoIsCompleteWithoutItsPoster() {
        inspect();
        jobs.done(claim(), "{}", Optional.empty());
        jobs.done(claim(), "{}", Optional.empty());
        for (var attempt = 1; attempt < settings.attempts(); attempt++) {
            failed(claim());
            secondsUntilTaken();
        }
        assertThat(failed(claim())).isEqualTo(TaskOutcome.LEFT_OUT);

        assertThat(tasks(video)).contains("poster 0 done", "ladder 0 waiting");
        assertThat(state(1)).isEqualTo(JobState.ACTIVE);
    }

    @Test
    void whatNoOtherTryCanMendEndsTheJobAtOnce() {
        inspect();

        assertThat(setbacks.failed(claim(), false, Failure.UNDECODABLE)).isEqualTo(TaskOutcome.JOB_FAILED);

        assertThat(events(VideoFailed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.getCode()).isEqualTo("undecodable"));
    }

    @Test
    void aRefusedSourceEndsItsJobWithTheInspectorsWords() {
        setbacks.refused(claim(), new Failure("not-a-video", "This is a letter."));

        assertThat(state(1)).isEqualTo(JobState.FAILED);
        assertThat(events(VideoFailed.class)).singleElement().satisfies(event -> {
            assertThat(event.getCode()).isEqualTo("not-a-video");
            assertThat(event.getMessage()).isEqualTo("This is a letter.");
        });
    }

    /** Moves the clock to when every task that waits may be taken. */
    private long secondsUntilTaken() {
        var due = jdbc.sql("SELECT max(due_at) FROM workers.task WHERE state = 'waiting'")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        var pause = Duration.between(clock.instant(), due);
        assertThat(jdbc.sql("SELECT count(*) FROM workers.task WHERE state = 'running'")
                        .query(Integer.class)
                        .single())
                .isZero();
        clock.advance(pause);
        return Math.round(pause.toMillis() / 1e3);
    }
}
