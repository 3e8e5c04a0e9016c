package com.socialflow.workers.jobs;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import com.socialflow.platform.PlatformConfiguration;
import com.socialflow.platform.database.ServiceSchema;
import com.socialflow.testkit.TestClock;
import com.socialflow.testkit.TestEngines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The queue on a real PostgreSQL, with a clock that tests move and nobody at work but the test. */
@Tag("engines")
@SpringBootTest(
        classes = {QueueTest.Surroundings.class, PlatformConfiguration.class, QueueConfiguration.class},
        properties = {"socialflow.messaging.enabled=false", "socialflow.redis.url=redis://localhost:1"})
abstract class QueueTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(WorkSettings.class)
    static class Surroundings {

        @Bean
        static ServiceSchema workersSchema() {
            return new ServiceSchema("workers");
        }

        @Bean
        static TestClock clock() {
            return TestClock.atNoon();
        }
    }

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry properties) {
        var database = TestEngines.postgres();
        properties.add("socialflow.database.url", database::url);
        properties.add("socialflow.database.user", database::user);
        properties.add("socialflow.database.password", database::password);
        properties.add("socialflow.data", () -> "target/test-data");
    }

    static final Outlook PLAN = new Outlook(
            120,
            1920,
            1080,
            "{\"some\":\"facts\"}",
            100,
            List.of(
                    new NewTask(TaskKind.OPENING, 0, 20),
                    new NewTask(TaskKind.AUDIO, 0, 5),
                    new NewTask(TaskKind.POSTER, 0, 5),
                    new NewTask(TaskKind.LADDER, 0, 30),
                    new NewTask(TaskKind.LADDER, 1, 30)));

    static final Published PUBLISHED = new Published(
            "master.m3u8",
            "manifest.mpd",
            "poster.jpg",
            "",
            List.of(new Published.PublishedRendition("360p", 640, 360, 800_000)));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Ids ids;

    @Autowired
    JobStore jobStore;

    @Autowired
    TaskStore taskStore;

    @Autowired
    TaskQueue queue;

    @Autowired
    Arrivals arrivals;

    @Autowired
    Jobs jobs;

    @Autowired
    Setbacks setbacks;

    @Autowired
    Signals signals;

    @Autowired
    WorkMetrics metrics;

    @Autowired
    WorkSettings settings;

    VideoId video = new VideoId(1);

    @BeforeEach
    void beginAnew() {
        jdbc.sql("TRUNCATE workers.job, workers.task, workers.outbox").update();
        video = new VideoId(ids.next());
        arrivals.accept(video, 1, "originals/a", 1_000);
    }

    /** Takes the task that is first in line. */
    Lease claim() {
        return queue.claim("test", true).orElseThrow(() -> new AssertionError("nothing waits"));
    }

    /** Takes the inspection and ends it with {@link #PLAN}. */
    void inspect() {
        jobs.inspected(claim(), PLAN);
    }

    /** Ends a task badly, for a reason that may pass. */
    TaskOutcome failed(Lease lease) {
        return setbacks.failed(lease, true, Failure.PROCESSING);
    }

    /** Everything that was told of a video, the oldest first. */
    List<Message> events(VideoId about) {
        return events(jdbc, about);
    }

    static List<Message> events(JdbcClient jdbc, VideoId about) {
        return jdbc.sql("SELECT event_type, payload FROM workers.outbox WHERE ordering_key = :video ORDER BY position")
                .param("video", about.value())
                .query((row, _) -> parsed(row.getString(1), row.getBytes(2)))
                .list();
    }

    <E> List<E> events(Class<E> type) {
        return new ArrayList<>(
                events(video).stream().filter(type::isInstance).map(type::cast).toList());
    }

    private static Message parsed(String type, byte[] payload) {
        var known = Map.<String, Message>of(
                "VideoInspected", com.socialflow.proto.workers.v1.VideoInspected.getDefaultInstance(),
                "VideoProgressed", com.socialflow.proto.workers.v1.VideoProgressed.getDefaultInstance(),
                "VideoPlayable", com.socialflow.proto.workers.v1.VideoPlayable.getDefaultInstance(),
                "VideoReady", com.socialflow.proto.workers.v1.VideoReady.getDefaultInstance(),
                "VideoFailed", com.socialflow.proto.workers.v1.VideoFailed.getDefaultInstance());
        try {
            return Objects.requireNonNull(known.get(type.substring(type.lastIndexOf('.') + 1)), type)
                    .getParserForType()
                    .parseFrom(payload);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    JobState state(int generation) {
        return jobStore.find(video, generation).orElseThrow().state();
    }

    /** Kinds and chunks of the tasks that there are of a video, in the order in which they would be taken. */
    List<String> tasks(VideoId of) {
        return tasks(jdbc, of);
    }

    static List<String> tasks(JdbcClient jdbc, VideoId of) {
        return jdbc.sql("""
                SELECT kind || ' ' || chunk || ' ' || state FROM workers.task
                 WHERE video_id = :video ORDER BY generation, priority, id
                """)
                .param("video", of.value())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
