package com.socialflow.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedChildTest {

    private static final RestartPolicy IMPATIENT =
            new RestartPolicy(3, Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofMillis(5));

    @TempDir
    Path directory;

    final List<ChildEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void startsAgainWhatDies() throws Exception {
        try (var child = start(shell("exec sleep 600"), RestartPolicy.STANDARD)) {
            Given.eventually(() -> child.pid() != 0 && !events.isEmpty());
            var first = child.pid();
            Given.kill(first);

            Given.eventually(() -> events.size() == 3);
            assertThat(events.get(1))
                    .isInstanceOfSatisfying(
                            ChildEvent.Died.class,
                            died -> assertThat(died.reason()).isEqualTo("killed"));
            assertThat(events.get(2)).isInstanceOf(ChildEvent.Ready.class);
            assertThat(child.pid()).isNotEqualTo(first);
        }
        assertThat(events.getLast()).isInstanceOf(ChildEvent.Stopped.class);
    }

    @Test
    void givesUpOnWhatKeepsDyingAndTellsItsLastWords() throws Exception {
        try (var _ = start(shell("echo no such luck; exit 3"), IMPATIENT)) {
            Given.eventually(() -> events.stream().anyMatch(ChildEvent.GivenUp.class::isInstance));
        }

        assertThat(events.stream().filter(ChildEvent.Died.class::isInstance)).hasSize(2);
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                ChildEvent.GivenUp.class,
                                given -> assertThat(given.reason()).contains("ended with status 3", "no such luck")));
    }

    @Test
    void replacesWhatAnEarlierRunLeft() throws Exception {
        var orphan = new ProcessBuilder("sleep", "600").start();
        new PidFile(directory.resolve("child.pid")).write(orphan.toHandle());

        try (var child = start(shell("exec sleep 600"), RestartPolicy.STANDARD)) {
            Given.eventually(() -> child.pid() != 0);
            assertThat(orphan.isAlive()).isFalse();
        }
    }

    @Test
    void leavesAloneWhoeverHasAnOrphansPidByNow() throws Exception {
        var stranger = new ProcessBuilder("sleep", "600").start();
        Files.writeString(directory.resolve("child.pid"), stranger.pid() + " 2001-01-01T00:00:00Z");

        try (var child = start(shell("exec sleep 600"), RestartPolicy.STANDARD)) {
            Given.eventually(() -> child.pid() != 0);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void killsWhatIgnoresItsSignals() throws Exception {
        var child = start(shell("trap '' TERM; while true; do sleep 0.05; done"), RestartPolicy.STANDARD);
        Given.eventually(() -> child.pid() != 0);
        var pid = child.pid();

        child.close();

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private SupervisedChild start(ChildProgram program, RestartPolicy policy) {
        return SupervisedChild.start("child", program, policy, events::add);
    }

    private ChildProgram shell(String script) {
        return new ChildProgram() {
            @Override
            public ProcessBuilder prepare() {
                return new ProcessBuilder("sh", "-c", script);
            }

            @Override
            public boolean ready(long pid) {
                return !script.contains("exit");
            }

            @Override
            public Duration readyWithin() {
                return Given.PATIENCE;
            }

            @Override
            public List<StopStep> stopSteps() {
                return List.of(new StopStep("TERM", Duration.ofMillis(200)));
            }

            @Override
            public Path pidFile() {
                return directory.resolve("child.pid");
            }

            @Override
            public Path log() {
                return directory.resolve("child.log");
            }
        };
    }
}
