package com.socialflow.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import com.socialflow.platform.TestProgram;
import com.socialflow.platform.database.ServiceSchema;
import com.socialflow.proto.audit.v1.AuditRecorded;
import com.socialflow.proto.video.v1.VideoUploaded;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From an outbox over a real Kafka to a subscriber's effect. */
@Tag("engines")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(TestProgram.EVENTS)
class MessagingTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init") // before any test
    private static ConfigurableApplicationContext program;

    private final Outbox outbox = program.getBean(Outbox.class);
    private final TransactionTemplate transactions = program.getBean(TransactionTemplate.class);
    private final JdbcClient jdbc = program.getBean(JdbcClient.class);
    private final Effects effects = program.getBean(Effects.class);
    private final Batches batches = program.getBean(Batches.class);
    private final Home home = program.getBean(Home.class);

    /** Notes each upload, and fails as often as the test says. */
    static class Effects implements Subscriber {

        private final JdbcClient jdbc;
        private final AtomicInteger failures = new AtomicInteger();

        Effects(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public String service() {
            return "workers";
        }

        @Override
        public void subscribe(Subscriptions on) {
            on.event(VideoUploaded.getDefaultInstance(), this::uploaded);
        }

        private void uploaded(VideoUploaded event) {
            jdbc.sql("INSERT INTO workers.handled (video, size) VALUES (:video, :size)")
                    .param("video", event.getVideo())
                    .param("size", event.getSizeBytes())
                    .update();
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the effect fails after it began");
            }
        }
    }

    /** Notes what it is handed, and fails as often as the test says. */
    static class Batches implements BatchSubscriber {

        private final List<Long> sizes = new CopyOnWriteArrayList<>();
        private final AtomicInteger away = new AtomicInteger();
        private volatile long poison = -1;
        private volatile Instant until = Instant.EPOCH;

        @Override
        public String group() {
            return "workers-batches";
        }

        @Override
        public List<Message> follows() {
            return List.of(VideoUploaded.getDefaultInstance());
        }

        @Override
        public void handle(List<Message> events) {
            if (away.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new TryAgain("what it needs is away", new IllegalStateException());
            }
            for (var event : events) {
                var size = ((VideoUploaded) event).getSizeBytes();
                if (size == poison) {
                    throw new KafkaEvents.MalformedEvent("it cannot be handled", new IllegalStateException());
                }
                sizes.add(size);
            }
        }

        @Override
        public void handledBefore(Instant time) {
            until = time;
        }
    }

    /** Follows what its own service alone follows, and remembers by which way it came. */
    static class Home implements Subscriber {

        private final List<Long> stayed = new CopyOnWriteArrayList<>();
        private final List<Long> travelled = new CopyOnWriteArrayList<>();
        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public String service() {
            return "video";
        }

        @Override
        public void subscribe(Subscriptions on) {
            on.event(AuditRecorded.getDefaultInstance(), event -> travelled.add(event.getId()))
                    .atHome(AuditRecorded.getDefaultInstance(), this::stayed);
        }

        private void stayed(List<AuditRecorded> events) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("this cannot be handled here");
            }
            events.forEach(event -> stayed.add(event.getId()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Services {

        @Bean
        Batches batches() {
            return new Batches();
        }

        @Bean
        ServiceSchema video() {
            return new ServiceSchema("video");
        }

        @Bean
        ServiceSchema workers() {
            return new ServiceSchema("workers");
        }

        @Bean
        Effects effects(JdbcClient jdbc) {
            return new Effects(jdbc);
        }

        @Bean
        Home home() {
            return new Home();
        }
    }

    @BeforeAll
    static void start() {
        program = TestProgram.start(true, Services.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void forget() {
        jdbc.sql("DELETE FROM workers.handled").update();
        home.stayed.clear();
        home.travelled.clear();
    }

    @Test
    void handlesEveryEventOnceAndThoseOfOneKeyInOrder() {
        var random = new SplittableRandom(11);
        var expected = new HashMap<Long, List<Long>>();
        for (var i = 0L; i < 400; i++) {
            var video = random.nextLong(7);
            expected.computeIfAbsent(video, _ -> new ArrayList<>()).add(i);
            append(video, i);
        }

        await().atMost(SOON).until(() -> handled() == 400);

        expected.forEach((video, sizes) -> assertThat(sizes(video)).isEqualTo(sizes));
        await().atMost(SOON).untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void anEffectThatFailedHalfWayHappensOnceInTheEnd() {
        effects.failures.set(3);

        append(1, 77);

        await().atMost(SOON).until(() -> effects.failures.get() == 0 && handled() == 1);
        assertThat(sizes(1)).containsExactly(77L);
    }

    @Test
    void oneThatFailsAmongOthersHoldsUpNoneBeforeIt() {
        effects.failures.set(4);
        transactions.executeWithoutResult(_ -> {
            for (var size = 0L; size < 5; size++) {
                outbox.append(event(1, size));
            }
        });

        await().atMost(SOON).until(() -> effects.failures.get() == 0 && handled() == 5);
        assertThat(sizes(1)).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void oneThatCannotBeReadIsSetAside() {
        transactions.executeWithoutResult(_ -> {
            outbox.append(event(1, 1));
            jdbc.sql("UPDATE video.outbox SET payload = 'nonsense'::bytea").update();
            outbox.append(event(1, 2));
            outbox.append(event(1, 3));
        });

        await().atMost(SOON).until(() -> handled() == 2);
        assertThat(sizes(1)).containsExactly(2L, 3L);
    }

    @Test
    void aRolledBackChangeTellsNobody() {
        transactions.executeWithoutResult(status -> {
            outbox.append(event(1, 13));
            status.setRollbackOnly();
        });
        append(1, 14);

        await().atMost(SOON).until(() -> handled() == 1);
        assertThat(sizes(1)).containsExactly(14L);
    }

    @Test
    void batchesComeInOrderAndAgainUntilWhatTheyNeedIsBack() {
        batches.away.set(3);

        for (var size = 1_000L; size < 1_050; size++) {
            append(3, size);
        }

        await().atMost(SOON).until(() -> batches.sizes.contains(1_049L));
        assertThat(batches.sizes.stream()
                        .filter(size -> size >= 1_000 && size < 1_050)
                        .distinct())
                .containsExactlyElementsOf(
                        LongStream.range(1_000, 1_050).boxed().toList());
        assertThat(batches.away).hasValue(0);
    }

    @Test
    void whatABatchCannotHandleIsSetAsideAlone() {
        batches.poison = 2_001;
        transactions.executeWithoutResult(_ -> {
            for (var size = 2_000L; size < 2_004; size++) {
                outbox.append(event(4, size));
            }
        });

        await().atMost(SOON).until(() -> batches.sizes.contains(2_003L));
        assertThat(batches.sizes).contains(2_000L, 2_002L).doesNotContain(2_001L);
    }

    @Test
    void aBatchSubscriberLearnsUpToWhenAllIsHandled() {
        append(5, 3_000);
        var now = Instant.now();

        await().atMost(SOON).until(() -> batches.until.isAfter(now));
        assertThat(batches.sizes).contains(3_000L);
    }

    @Test
    void whatAServiceAloneFollowsDoesNotTravel() {
        transactions.executeWithoutResult(_ -> {
            for (var id = 0L; id < 5; id++) {
                record(id);
                outbox.append(event(1, id));
            }
        });

        await().atMost(SOON).until(() -> handled() == 5 && waiting() == 0);
        assertThat(home.stayed).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(home.travelled).isEmpty();
    }

    @Test
    void whatFailsAtHomeTravelsAndHoldsUpNothing() {
        home.failures.set(1);
        transactions.executeWithoutResult(_ -> record(1));
        await().atMost(SOON).until(() -> home.travelled.contains(1L));

        transactions.executeWithoutResult(_ -> record(2));

        await().atMost(SOON).until(() -> home.stayed.contains(2L));
        assertThat(home.stayed).containsExactly(2L);
        assertThat(home.travelled).containsExactly(1L);
    }

    @Test
    void refusesAnEventOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(event(1, 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void operatorsSeeForHowLongTheOldestEventWaits() {
        var metrics = program.getBean(OutboxMetrics.class);
        var oldest = program.getBean(MeterRegistry.class)
                .get("socialflow.outbox.oldest.seconds")
                .tag("service", "video")
                .gauge();
        await().atMost(SOON).until(() -> waiting() == 0);
        metrics.look();
        assertThat(oldest.value()).isZero();

        transactions.executeWithoutResult(status -> {
            outbox.append(event(1, 1));
            jdbc.sql("UPDATE video.outbox SET created_at = created_at - INTERVAL '1 minute'")
                    .update();
            metrics.look();
            assertThat(oldest.value()).isBetween(60.0, 120.0);
            status.setRollbackOnly();
        });
    }

    private void append(long video, long size) {
        transactions.executeWithoutResult(_ -> outbox.append(event(video, size)));
    }

    private void record(long id) {
        outbox.append(
                "video", AuditRecorded.newBuilder().setSubject(1).setId(id).build());
    }

    private static VideoUploaded event(long video, long size) {
        return VideoUploaded.newBuilder().setVideo(video).setSizeBytes(size).build();
    }

    private int handled() {
        return jdbc.sql("SELECT count(*) FROM workers.handled")
                .query(Integer.class)
                .single();
    }

    private int waiting() {
        return new OutboxStore(jdbc, "video").waiting(1_000);
    }

    private List<Long> sizes(long video) {
        return jdbc.sql("SELECT size FROM workers.handled WHERE video = :video ORDER BY id")
                .param("video", video)
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
