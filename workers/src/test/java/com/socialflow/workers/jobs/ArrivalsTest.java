package com.socialflow.workers.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArrivalsTest extends QueueTest {

    @Test
    void anUploadToldTwiceMakesOneJob() {
        arrivals.accept(video, 1, "originals/a", 1_000);

        assertThat(tasks(video)).containsExactly("inspect 0 waiting");
    }

    @Test
    void aNewerGenerationEndsWorkOnAnOlderOne() {
        inspect();
        var old = claim();

        arrivals.accept(video, 2, "originals/b", 2_000);

        assertThat(state(1)).isEqualTo(JobState.CANCELLED);
        assertThat(tasks(video)).containsExactly("removal 0 waiting", "removal 1 waiting", "inspect 0 waiting");
        assertThat(queue.extend(old, 0.5)).isEmpty();
        assertThatThrownBy(() -> jobs.done(old, "{}", Optional.empty())).isInstanceOf(LeaseLost.class);
    }

    @Test
    void anOlderGenerationThatComesLateChangesNothing() {
        arrivals.accept(video, 3, "originals/c", 3_000);
        arrivals.accept(video, 2, "originals/b", 2_000);

        assertThat(state(3)).isEqualTo(JobState.ACTIVE);
        assertThat(jobStore.find(video, 2)).isEmpty();
    }

    @Test
    void aDeletedVideoLeavesNothingToDoButItsRemoval() {
        inspect();
        var opening = claim();

        arrivals.delete(video);
        arrivals.delete(video);

        assertThat(state(1)).isEqualTo(JobState.CANCELLED);
        assertThat(tasks(video)).containsExactly("removal 0 waiting", "removal 1 waiting");
        assertThatThrownBy(() -> jobs.of(opening.task())).isInstanceOf(LeaseLost.class);
        assertThat(events(video)).hasSize(1);
    }

    @Test
    void outputsAreRemovedAtOnceAndAgainWhenNoWorkerCanBeAtItAnyMore() {
        arrivals.delete(video);
        var first = claim();
        assertThat(first.task().kind()).isEqualTo(TaskKind.REMOVAL);
        jobs.removed(first);
        assertThat(queue.claim("test", true)).isEmpty();

        clock.advance(settings.lease().plus(Duration.ofSeconds(6)));
        jobs.removed(claim());

        assertThat(tasks(video)).isEmpty();
    }
}
