package com.socialflow.platform.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.platform.TestProgram;
import com.socialflow.platform.audit.AuditEntry.Outcome;
import com.socialflow.platform.database.ServiceSchema;
import com.socialflow.platform.messaging.Outbox;
import com.socialflow.platform.messaging.Subscriber;
import com.socialflow.platform.messaging.Subscriptions;
import com.socialflow.proto.audit.v1.AuditDetails;
import com.socialflow.proto.audit.v1.AuditRecorded;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** From a service that is not the log's, over a real Kafka, to whoever keeps the log. */
@Tag("engines")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(TestProgram.EVENTS)
class AuditTrailTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init") // before any test
    private static ConfigurableApplicationContext program;

    private final Audit audit = program.getBean(Audit.class);
    private final AuditSeal seal = program.getBean(AuditSeal.class);
    private final TransactionTemplate transactions = program.getBean(TransactionTemplate.class);
    private final Log log = program.getBean(Log.class);

    /** Keeps what arrives, but for entries of other tests on the same topic. */
    static class Log implements Subscriber {

        private final List<AuditRecorded> entries = new CopyOnWriteArrayList<>();

        @Override
        public String service() {
            return "workers";
        }

        @Override
        public void subscribe(Subscriptions on) {
            on.event(AuditRecorded.getDefaultInstance(), this::recorded);
        }

        private void recorded(AuditRecorded entry) {
            if (entry.getAction().startsWith("test.")) {
                entries.add(entry);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Services {

        @Bean
        ServiceSchema video() {
            return new ServiceSchema("video");
        }

        @Bean
        ServiceSchema workers() {
            return new ServiceSchema("workers");
        }

        @Bean
        Log log() {
            return new Log();
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
        log.entries.clear();
    }

    @Test
    void entriesOfOnePersonArriveOnceAndInOrder() {
        for (var i = 0; i < 60; i++) {
            audit.record(AuditEntry.done("test." + i, new AccountId(1 + i % 3), Map.of()));
        }

        await().atMost(SOON).until(() -> log.entries.size() == 60);

        for (var person = 0; person < 3; person++) {
            var mine = person + 1;
            assertThat(log.entries.stream()
                            .filter(entry -> entry.getSubject() == mine)
                            .map(AuditRecorded::getAction))
                    .containsExactlyElementsOf(IntStream.range(0, 60)
                            .filter(i -> 1 + i % 3 == mine)
                            .mapToObj(i -> "test." + i)
                            .toList());
        }
    }

    @Test
    void entriesTakeTheOutboxOfWhoKeepsTheLogWhereThatIsHere() {
        var jdbc = program.getBean(JdbcClient.class);
        var home = new AuditConfiguration()
                .audit(
                        Optional.of(new AuditHome("workers")),
                        List.copyOf(program.getBeansOfType(ServiceSchema.class).values()),
                        program.getBean(Outbox.class),
                        seal,
                        transactions,
                        program.getBean(Ids.class),
                        Clock.systemUTC());

        var found = transactions.execute(status -> {
            home.record(AuditEntry.done("test.home", new AccountId(5), Map.of()));
            status.setRollbackOnly();
            return jdbc.sql("SELECT count(*) FROM workers.outbox")
                    .query(Integer.class)
                    .single();
        });

        assertThat(found).isEqualTo(1);
    }

    @Test
    void aRolledBackChangeIsNotRecorded() {
        transactions.executeWithoutResult(status -> {
            audit.record(AuditEntry.done("test.undone", new AccountId(5), Map.of()));
            status.setRollbackOnly();
        });
        audit.record(AuditEntry.done("test.done", new AccountId(5), Map.of()));

        await().atMost(SOON).until(() -> !log.entries.isEmpty());
        assertThat(log.entries).extracting(AuditRecorded::getAction).containsExactly("test.done");
    }

    @Test
    void whatIsPersonalTravelsClosed() {
        audit.record(AuditEntry.refused("test.closed", new AccountId(6), Map.of("place", "Xanadu")));

        await().atMost(SOON).until(() -> !log.entries.isEmpty());
        var entry = log.entries.getFirst();
        assertThat(new String(entry.toByteArray(), ISO_8859_1)).doesNotContain("Xanadu");
        assertThat(seal.open(entry.getDetails().toByteArray(), AuditDetails.parser())
                        .getDetailOrThrow("place"))
                .isEqualTo("Xanadu");
        assertThat(entry.getOutcome()).isEqualTo("refused");
    }

    @Test
    void whatIsTooLongIsCutAndNothingFails() {
        var details = IntStream.range(0, 50).boxed().collect(Collectors.toMap(i -> "key" + i, _ -> "x".repeat(2_000)));
        var entry = new AuditEntry("test.long", Outcome.DONE, null, "y".repeat(900), details);

        assertThat(entry.details())
                .hasSize(20)
                .allSatisfy((_, value) -> assertThat(value).hasSize(500));
        assertThat(entry.target()).hasSize(500);
    }
}
