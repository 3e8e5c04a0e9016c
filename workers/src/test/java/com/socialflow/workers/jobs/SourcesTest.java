package com.socialflow.workers.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.core.VideoId;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.testkit.TestClock;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SourcesTest extends WorkersTest {

    private static final long SPARE = 1 << 20;

    @Autowired
    MediaTools tools;

    private final AtomicInteger fetches = new AtomicInteger();
    private Job job = job("originals/none");

    @BeforeEach
    void store() throws IOException {
        job = job("originals/%s/a".formatted(new VideoId(ids.next())));
        try (var clip = Objects.requireNonNull(getClass().getResourceAsStream(CLIP))) {
            storage.put(job.sourceKey(), clip);
        }
    }

    @Test
    void whatLiesOnThisDiskIsReadThere() throws Exception {
        var sources = new Sources(storage, tools, clock, SPARE);
        try (var source = sources.open(job, held())) {
            assertThat(source.file())
                    .isEqualTo(storage.localPath(job.sourceKey()).orElseThrow());
        }
        assertThat(storage.head(job.sourceKey())).isPresent();
    }

    @Test
    void whatLiesElsewhereIsFetchedOnceForAllTasksOfAJob() throws Exception {
        Path file;
        try (var sources = new Sources(elsewhere(), tools, clock, SPARE)) {
            file = fetchThrice(sources);
        }
        assertThat(file).doesNotExist();
        assertThat(fetches).hasValue(1);
    }

    private Path fetchThrice(Sources sources) throws Exception {
        Path file;
        try (var first = sources.open(job, held());
                var second = sources.open(job, held())) {
            file = first.file();
            assertThat(second.file())
                    .isEqualTo(file)
                    .hasSameBinaryContentAs(storage.localPath(job.sourceKey()).orElseThrow());
        }
        try (var third = sources.open(job, held())) {
            assertThat(third.file()).isEqualTo(file).exists();
        }
        return file;
    }

    @Test
    void copiesThatNobodyUsesAreRemoved() throws Exception {
        var time = TestClock.atNoon();
        var sources = new Sources(elsewhere(), tools, time, SPARE);
        var source = sources.open(job, held());
        var file = source.file();
        time.advance(Duration.ofMinutes(2));
        sources.removeIdle();
        assertThat(file).exists();

        source.close();
        sources.removeIdle();
        assertThat(file).exists();
        time.advance(Duration.ofMinutes(2));
        sources.removeIdle();

        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void aSourceThatIsGoneIsRefused() {
        var sources = new Sources(elsewhere(), tools, clock, SPARE);

        assertThatThrownBy(() -> sources.open(job("originals/gone"), held()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.failure().code()).isEqualTo("source-missing"));
        assertThat(storage.localPath("originals/gone")).isEmpty();
    }

    @Test
    void aDiskWithoutRoomIsLeftAlone() {
        var sources = new Sources(elsewhere(), tools, clock, Long.MAX_VALUE / 2);

        assertThatThrownBy(() -> sources.open(job, held()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no room");
        assertThatThrownBy(() -> sources.open(job, held())).isInstanceOf(IOException.class);
    }

    private static Job job(String key) {
        return new Job(new VideoId(1), 1, JobState.ACTIVE, key, 479_065, Optional.empty(), 0, false);
    }

    private Held held() {
        var task = new Task(1, new VideoId(1), 1, TaskKind.INSPECT, 0, 1);
        return new Held(new Lease(task, 1, clock.instant().plus(Duration.ofMinutes(1))), clock);
    }

    /** The same objects as if another machine kept them. */
    private ObjectStorage elsewhere() {
        return (ObjectStorage) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ObjectStorage.class}, (_, method, arguments) -> {
                    if (method.getName().equals("localPath")) {
                        return Optional.empty();
                    }
                    if (method.getName().equals("get")) {
                        fetches.incrementAndGet();
                    }
                    try {
                        return method.invoke(storage, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
