package com.socialflow.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.Problem;
import com.socialflow.testkit.Asvs;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class LaneTest {

    @Test
    void givesTheResultAndTheFailureOfItsWork() {
        try (var lane = new Lane("test", 1, 1, Duration.ofSeconds(10))) {
            assertThat(lane.run(() -> 42)).isEqualTo(42);
            assertThatThrownBy(() -> lane.run(() -> {
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void worksForWhomTheCallerDoesAndForNobodyAfterwards() {
        try (var lane = new Lane("test", 1, 1, Duration.ofSeconds(10));
                var _ = MDC.putCloseable("requestId", "r1")) {
            assertThat(lane.run(() -> MDC.get("requestId"))).isEqualTo("r1");
            MDC.remove("requestId");

            assertThat(lane.run(() -> MDC.getCopyOfContextMap() == null
                            || MDC.getCopyOfContextMap().isEmpty()))
                    .isTrue();
        }
    }

    @Asvs("V15.2.2")
    @Test
    void refusesMoreThanMayWait() throws InterruptedException {
        var running = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var lane = new Lane("test", 1, 1, Duration.ofSeconds(20))) {
            var first = Thread.ofVirtual()
                    .start(() -> lane.run(() -> {
                        running.countDown();
                        return await(release);
                    }));
            running.await();
            var second = Thread.ofVirtual().start(() -> lane.run(() -> await(release)));
            while (second.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }

            assertBusy(lane);
            release.countDown();
            first.join();
            second.join();
            assertThat(lane.run(() -> 3)).isEqualTo(3);
        }
    }

    @Test
    void refusesWhatTakesTooLongAndForgetsWhatHasNotBegun() throws InterruptedException {
        var running = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var lane = new Lane("test", 1, 1, Duration.ofMillis(50))) {
            assertBusy(() -> lane.run(() -> {
                running.countDown();
                return await(release);
            }));
            running.await();

            assertBusy(lane);
            assertBusy(lane);
            release.countDown();
        }
    }

    private static void assertBusy(Lane lane) {
        assertBusy(() -> lane.run(() -> 2));
    }

    private static void assertBusy(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(Problem.class)
                .hasFieldOrPropertyWithValue("status", 503)
                .hasFieldOrPropertyWithValue("code", "test-busy");
    }

    private static int await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }
}
