package com.socialflow.user.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.socialflow.testkit.Asvs;
import com.socialflow.testkit.TestClock;
import com.socialflow.user.UserServiceTest;
import com.socialflow.user.mail.Message.State;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** With a mail server: the program as it runs, and a real peer. */
class DeliveriesTest extends UserServiceTest {

    private static final TestSmtp SERVER = new TestSmtp(UnaryOperator.identity());
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Mail mail;
    private final Deliveries deliveries;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final TestClock clock;

    DeliveriesTest(
            Mail mail, Deliveries deliveries, TransactionTemplate transactions, JdbcClient jdbc, TestClock clock) {
        this.mail = mail;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("socialflow.mail.smtp-url", () -> "smtp://127.0.0.1:%d?tls=none".formatted(SERVER.port()));
        properties.add("socialflow.mail.from", () -> "no-reply@social.example");
        properties.add("socialflow.public-url", () -> "https://social.example");
    }

    @AfterEach
    void stop() {
        SERVER.close();
        SERVER.arrived().clear();
    }

    @Test
    void sendsWhatIsCommittedAndNothingElse() {
        SERVER.start();
        var name = someone();

        transactions.executeWithoutResult(status -> {
            send("lost_" + name + "@example.com");
            status.setRollbackOnly();
        });
        api.register(name);

        awaitState(name + "@example.com", State.SENT);
        assertThat(SERVER.arrived())
                .singleElement()
                .satisfies(arrived -> assertThat(arrived.message()).contains("https://social.example/verify-email#"));
    }

    @Asvs("V14.2.2")
    @Test
    void keepsNoLinkOfWhatWasSent() {
        SERVER.start();
        var address = someone() + "@example.com";

        send(address);

        awaitState(address, State.SENT);
        assertThat(letters.to(address).getFirst().text()).isEqualTo("null");
        assertThat(jdbc.sql("""
                SELECT count(*) FROM "user".mail
                 WHERE position(:address::bytea IN envelope) > 0 OR position('#token'::bytea IN body) > 0
                """).param("address", address).query(Integer.class).single())
                .isZero();
    }

    @Asvs("V16.5.2")
    @Test
    void waitsForAServerThatIsAwayAndThenDelivers() {
        var address = someone() + "@example.com";

        send(address);

        awaitFailure(address);
        SERVER.start();
        deliveries.run();
        assertThat(state(address)).as("not before its turn").isEqualTo(State.QUEUED);
        clock.advance(Deliveries.pause(1));
        deliveries.run();
        awaitState(address, State.SENT);
        assertThat(SERVER.arrived()).hasSize(1);
    }

    @Test
    void givesUpAtOnceWhereNobodyIs() {
        SERVER.start();
        var address = "nobody@" + someone().replace('_', '-') + ".example.com";

        send(address);

        awaitState(address, State.FAILED);
        assertThat(failure(address)).contains("no such mailbox");
    }

    @Test
    void givesUpAfterADay() {
        SERVER.start();
        var address = "later@" + someone().replace('_', '-') + ".example.com";
        send(address);
        awaitFailure(address);
        var waited = Duration.ZERO;

        while (state(address) == State.QUEUED) {
            clock.advance(Duration.ofMinutes(30));
            waited = waited.plus(Duration.ofMinutes(30));
            deliveries.run();
            // The round of the program may be at it.
            assertThat(waited).isLessThan(Duration.ofDays(3));
        }

        assertThat(state(address)).isEqualTo(State.FAILED);
        assertThat(waited).isGreaterThan(Duration.ofHours(20));
    }

    @Test
    void forgetsMessagesAfterAWeek() {
        SERVER.start();
        var address = someone() + "@example.com";
        send(address);
        awaitState(address, State.SENT);

        clock.advance(Deliveries.KEPT.plusSeconds(1));
        deliveries.run();

        assertThat(letters.to(address)).isEmpty();
    }

    @Test
    void sendsAMessageOnceHoweverManyCarryIt() throws InterruptedException {
        var address = someone() + "@example.com";
        send(address);
        awaitFailure(address);
        SERVER.start();
        clock.advance(Duration.ofHours(1));
        var done = new CountDownLatch(4);

        for (var i = 0; i < 4; i++) {
            Thread.ofVirtual().start(() -> {
                deliveries.run();
                done.countDown();
            });
        }
        done.await();

        awaitState(address, State.SENT);
        assertThat(SERVER.arrived()).hasSize(1);
    }

    @Test
    void waitsLongerEachTimeAndNeverTooLong() {
        for (var attempt = 2; attempt <= Deliveries.ATTEMPTS_MAX; attempt++) {
            assertThat(Deliveries.pause(attempt))
                    .isGreaterThanOrEqualTo(Deliveries.pause(attempt - 1))
                    .isLessThanOrEqualTo(Duration.ofHours(4));
        }
    }

    private void send(String address) {
        mail.send(address, "en", new Letter("verify-email", Map.of("link", "https://social.example/x#token=y")));
    }

    private void awaitState(String address, State expected) {
        await(address + " is " + expected).atMost(PATIENCE).until(() -> state(address) == expected);
    }

    private void awaitFailure(String address) {
        await("a try of " + address)
                .atMost(PATIENCE)
                .until(() -> !failure(address).isEmpty());
    }

    private State state(String address) {
        return State.of(column(address, "state"));
    }

    private String failure(String address) {
        return column(address, "coalesce(failure, '')");
    }

    private String column(String address, String column) {
        return jdbc.sql("SELECT " + column + " FROM \"user\".mail WHERE id = :id")
                .param("id", letters.id(address))
                .query(String.class)
                .single();
    }
}
