package com.socialflow.workers.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.proto.workers.v1.VideoInspected;
import com.socialflow.proto.workers.v1.VideoPlayable;
import com.socialflow.proto.workers.v1.VideoProgressed;
import com.socialflow.proto.workers.v1.VideoReady;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobsTest extends QueueTest {

    @Test
    void anInspectionQueuesTheRestAndTellsWhatItFound() {
        inspect();

        assertThat(tasks(video))
                .containsExactly(
                        "inspect 0 done",
                        "opening 0 waiting",
                        "audio 0 waiting",
                        "poster 0 waiting",
                        "ladder 0 waiting",
                        "ladder 1 waiting");
        assertThat(events(VideoInspected.class))
                .singleElement()
                .satisfies(event -> assertThat(event.getDurationSeconds()).isEqualTo(120));
    }

    @Test
    void whatPeopleWaitForIsTakenBeforeWhatTakesLong() {
        inspect();
        var taken = new ArrayList<TaskKind>();
        for (var i = 0; i < 3; i++) {
            taken.add(queue.claim("test", false).orElseThrow().task().kind());
        }

        assertThat(taken).containsExactly(TaskKind.OPENING, TaskKind.AUDIO, TaskKind.POSTER);
        assertThat(queue.claim("test", false)).isEmpty();
        assertThat(claim().task().kind()).isEqualTo(TaskKind.LADDER);
    }

    @Test
    void theLastTaskQueuesTheEndAndTheEndTellsThatTheVideoIsReady() {
        inspect();
        jobs.done(claim(), "{\"o\":0}", Optional.of(new NewTask(TaskKind.OPENING, 1, 20)));
        jobs.done(claim(), "{\"a\":0}", Optional.empty());
        assertThat(claim().task()).satisfies(task -> assertThat(task.chunk()).isEqualTo(1));
        clock.advance(settings.lease());
        for (var i = 0; i < 4; i++) {
            jobs.done(claim(), "{}", Optional.empty());
        }

        var end = claim();
        assertThat(end.task().kind()).isEqualTo(TaskKind.FINISH);
        assertThat(jobs.results(end.task()))
                .extracting(result -> result.kind() + " " + result.chunk())
                .containsExactly("AUDIO 0", "INSPECT 0", "LADDER 0", "LADDER 1", "OPENING 0", "OPENING 1", "POSTER 0");

        jobs.ready(end, PUBLISHED);

        assertThat(state(1)).isEqualTo(JobState.READY);
        assertThat(tasks(video)).isEmpty();
        assertThat(events(VideoReady.class)).hasSize(1);
    }

    @Test
    void theLadderIsFreeWhileNoJobHasOneToDo() {
        assertThat(jobs.ladderIsFree()).isTrue();
        inspect();
        assertThat(jobs.ladderIsFree()).isFalse();

        for (var i = 0; i < 5; i++) {
            assertThat(jobs.ladderIsFree()).isFalse();
            jobs.done(claim(), "{}", Optional.empty());
        }

        assertThat(jobs.ladderIsFree()).isTrue();
    }

    @Test
    void aVideoBecomesPlayableOnce() {
        inspect();
        var opening = claim();

        jobs.playable(opening, "master.m3u8");
        jobs.playable(opening, "master.m3u8");

        assertThat(events(VideoPlayable.class)).hasSize(1);
        assertThat(jobs.of(opening.task()).playable()).isTrue();
    }

    @Test
    void aPosterThatIsThereInTimeIsToldWithTheVideo() {
        inspect();
        var opening = claim();
        claim();
        jobs.pictured(claim(), "{\"key\":\"poster.jpg\"}", "master.m3u8", "poster.jpg");
        assertThat(events(VideoPlayable.class)).isEmpty();

        jobs.playable(opening, "master.m3u8");

        assertThat(events(VideoPlayable.class))
                .extracting(VideoPlayable::getPosterKey)
                .containsExactly("poster.jpg");
    }

    @Test
    void aPosterThatComesLaterIsToldOf() {
        inspect();
        jobs.playable(claim(), "master.m3u8");
        claim();

        jobs.pictured(claim(), "{\"key\":\"poster.jpg\"}", "master.m3u8", "poster.jpg");

        assertThat(events(VideoPlayable.class))
                .extracting(VideoPlayable::getPosterKey)
                .containsExactly("", "poster.jpg");
    }

    @Test
    void whoeverLostALeaseWritesNothing() {
        inspect();
        var lost = claim();
        clock.advance(settings.lease());
        var current = claim();
        assertThat(current.task().id()).isEqualTo(lost.task().id());

        assertThat(queue.extend(lost, 0.5)).isEmpty();
        assertThatThrownBy(() -> jobs.done(lost, "{}", Optional.empty())).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> jobs.note(lost, "{}")).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> jobs.playable(lost, "m")).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> failed(lost)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> setbacks.refused(lost, Failure.PROCESSING)).isInstanceOf(LeaseLost.class);
        queue.giveBack(lost);

        assertThat(queue.extend(current, 0.5)).isPresent();
        assertThat(tasks(video)).contains("opening 0 running");
        assertThat(events(VideoPlayable.class)).isEmpty();
    }

    @Test
    void whatATaskHasSoFarIsKnownToTheOthers() {
        inspect();
        var opening = claim();
        jobs.note(opening, "{\"head\":true}");

        assertThat(jobs.results(opening.task()))
                .contains(new TaskStore.Result(TaskKind.OPENING, 0, false, "{\"head\": true}"));
        assertThat(tasks(video)).contains("opening 0 running");
    }

    @Test
    void progressOnlyRisesAndIsToldAtMostOnceASecond() {
        inspect();
        var opening = claim();
        queue.extend(opening, 0.5);
        jobs.progress(video, 1);
        clock.advance(Duration.ofSeconds(1));
        jobs.progress(video, 1);
        queue.extend(opening, 0.6);
        jobs.progress(video, 1);
        clock.advance(Duration.ofMillis(999));
        jobs.progress(video, 1);
        clock.advance(Duration.ofMillis(1));
        jobs.progress(video, 1);
        queue.giveBack(opening);
        clock.advance(Duration.ofSeconds(5));
        jobs.progress(video, 1);

        assertThat(events(VideoProgressed.class).stream()
                        .map(VideoProgressed::getProgress)
                        .toList())
                .isEqualTo(List.of(0.105, 0.125));
    }

    @Test
    void aTaskGivenBackIsTakenAtOnceAndNotCountedAsTried() {
        inspect();
        queue.giveBack(claim());

        assertThat(claim().task().attempts()).isEqualTo(1);
    }
}
