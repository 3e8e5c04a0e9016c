package com.socialflow.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.socialflow.platform.TestProgram;
import com.socialflow.testkit.Asvs;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Tag("engines")
class TransactionsTest {

    private static final AtomicInteger TRIES = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // before any test
    private static ConfigurableApplicationContext program;

    private static volatile CountDownLatch bothHaveRead = new CountDownLatch(0);

    private final Counters counters = program.getBean(Counters.class);
    private final JdbcClient jdbc = program.getBean(JdbcClient.class);

    /** Reads, thinks, writes: two at once cannot both be right. */
    static class Counters {

        private final JdbcClient jdbc;

        Counters(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Transactional(isolation = Isolation.SERIALIZABLE)
        public void increment() throws InterruptedException {
            TRIES.incrementAndGet();
            var value = jdbc.sql("SELECT value FROM video.counter WHERE name = 'a'")
                    .query(Integer.class)
                    .single();
            bothHaveRead.countDown();
            bothHaveRead.await(5, TimeUnit.SECONDS);
            jdbc.sql("UPDATE video.counter SET value = :next WHERE name = 'a'")
                    .param("next", value + 1)
                    .update();
        }

        @Transactional
        public void fail() {
            TRIES.incrementAndGet();
            throw new IllegalArgumentException("not the database's fault");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Services {

        @Bean
        ServiceSchema video() {
            return new ServiceSchema("video");
        }

        @Bean
        Counters counters(JdbcClient jdbc) {
            return new Counters(jdbc);
        }
    }

    @BeforeAll
    static void start() {
        program = TestProgram.start(false, Services.class);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @BeforeEach
    void zero() {
        TRIES.set(0);
        jdbc.sql("DELETE FROM video.counter").update();
        jdbc.sql("INSERT INTO video.counter (name, value) VALUES ('a', 0)").update();
    }

    @Asvs("V2.3.3")
    @Test
    void whatTheDatabaseCouldNotOrderIsDoneAgain() throws InterruptedException {
        bothHaveRead = new CountDownLatch(2);

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            both.submit(() -> {
                counters.increment();
                return true;
            });
            both.submit(() -> {
                counters.increment();
                return true;
            });
        }

        assertThat(jdbc.sql("SELECT value FROM video.counter WHERE name = 'a'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(TRIES.get()).isGreaterThan(2);
    }

    @Test
    void anotherFailureIsNotRepeated() {
        assertThatThrownBy(counters::fail).isInstanceOf(IllegalArgumentException.class);

        assertThat(TRIES.get()).isEqualTo(1);
    }
}
