package com.socialflow.workers.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import com.socialflow.platform.PlatformConfiguration;
import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.storage.StoredObject;
import com.socialflow.testkit.TestEngines;
import com.socialflow.workers.WorkersModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The workers as the program runs them, with ffmpeg, a directory for objects and chunks of one segment. */
@Tag("engines")
@SpringBootTest(
        classes = {PlatformConfiguration.class, WorkersModule.class},
        properties = {
            "socialflow.messaging.enabled=false",
            "socialflow.redis.url=redis://localhost:1",
            "socialflow.storage.reserve=1MB",
            "socialflow.workers.chunk=4s",
            "socialflow.workers.lease=3s"
        })
abstract class WorkersTest {

    /** 4.3 seconds of 1280x720 with sound: three rungs. */
    static final String CLIP = "/clips/doorknob-hd-no-bar.mp4";

    /** 9 seconds of 480x720 with sound: two rungs of three segments, each a chunk of its own. */
    static final String LONGER_CLIP = "/clips/chair-9s.mp4";

    private static final Duration SOON = Duration.ofSeconds(30);

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry properties) throws IOException {
        var database = TestEngines.postgres();
        properties.add("socialflow.database.url", database::url);
        properties.add("socialflow.database.user", database::user);
        properties.add("socialflow.database.password", database::password);
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "workers");
        properties.add("socialflow.data", data::toString);
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Ids ids;

    @Autowired
    ObjectStorage storage;

    @Autowired
    PlatformSettings platform;

    @Autowired
    Arrivals arrivals;

    @Autowired
    JobStore jobs;

    @Autowired
    Slots slots;

    @Autowired
    TaskQueue queue;

    @Autowired
    TaskRun taskRun;

    @Autowired
    Jobs outcomes;

    /** Stores the clip as a source and has it accepted. */
    VideoId upload(String clip) throws IOException {
        try (var in = WorkersTest.class.getResourceAsStream(clip)) {
            return upload(Objects.requireNonNull(in));
        }
    }

    /** Stores what comes as a source and has it accepted. */
    VideoId upload(InputStream clip) throws IOException {
        var video = new VideoId(ids.next());
        var key = "originals/%s/a".formatted(video);
        var stored = storage.put(key, clip);
        arrivals.accept(video, 1, key, stored.size());
        return video;
    }

    void awaitState(VideoId video, JobState state) {
        eventually(
                () -> "%s is %s with tasks %s".formatted(video, jobs.find(video, 1), tasks(video)),
                () -> jobs.find(video, 1).orElseThrow().state() == state);
    }

    static void eventually(Supplier<String> otherwise, BooleanSupplier holds) {
        var end = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("after %s %s".formatted(SOON, otherwise.get()));
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    List<Message> events(VideoId video) {
        return QueueTest.events(jdbc, video);
    }

    List<String> tasks(VideoId video) {
        return QueueTest.tasks(jdbc, video);
    }

    /** Names of everything that is stored of a video's first generation. */
    List<String> stored(VideoId video) {
        var prefix = OutputKeys.of(video, 1);
        return storage.list(prefix, "", ObjectStorage.LIST_MAX).stream()
                .map(StoredObject::key)
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    String text(VideoId video, String name) throws IOException {
        try (var content = storage.get(OutputKeys.of(video, 1) + name)
                .orElseThrow(() -> new AssertionError(name + " is absent"))) {
            return new String(content.stream().readAllBytes(), UTF_8);
        }
    }

    /** Files in scratch but the lock of this program. */
    void assertScratchIsEmpty() throws IOException {
        try (var files = Files.walk(platform.data().resolve("scratch"))) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .containsOnly("owner.lock");
        }
    }

    /** ffmpeg processes that this one has started and that are alive. */
    static List<ProcessHandle> encoders() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("ffmpeg") && line.contains("-progress"))
                        .isPresent())
                .toList();
    }
}
