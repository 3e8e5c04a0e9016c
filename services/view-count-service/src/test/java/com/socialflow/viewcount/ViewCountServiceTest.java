package com.socialflow.viewcount;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import com.socialflow.platform.PlatformConfiguration;
import com.socialflow.testkit.Http;
import com.socialflow.testkit.Person;
import com.socialflow.testkit.TestClock;
import com.socialflow.testkit.TestEngines;
import com.socialflow.testkit.TestTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service over real HTTP, PostgreSQL, Redis and Kafka, with a clock that tests move. */
@Tag("engines")
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = ViewCountServiceTest.Surroundings.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.threads.virtual.enabled=true",
            "spring.mvc.formcontent.filter.enabled=false",
            "spring.servlet.multipart.enabled=false",
            "server.tomcat.connection-timeout=2s",
            "socialflow.limits.scale=0",
            "socialflow.storage.reserve=1MB"
        })
public abstract class ViewCountServiceTest {

    /**
     * The stand-ins come first: the platform makes what is missing then. Not annotated: the module's scan is in reach.
     */
    @Import({StandIns.class, PlatformConfiguration.class, ViewCountModule.class})
    static class Surroundings {}

    static class StandIns {

        @Bean
        static TestClock clock() {
            return TestClock.atNoon();
        }

        @Bean
        static TestTokens tokens(TestClock clock) {
            return new TestTokens(clock);
        }

        @Bean
        static Shelf shelf() {
            return new Shelf();
        }

        @Bean
        static ShelfFacts shelfFacts(Shelf shelf) {
            return new ShelfFacts(shelf);
        }

        @Bean
        static Refusals refusals() {
            return new Refusals();
        }
    }

    /** Longer than any background round takes, short enough that a failure is not waited for. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry properties) throws Exception {
        var database = TestEngines.postgres();
        properties.add("socialflow.database.url", database::url);
        properties.add("socialflow.database.user", database::user);
        properties.add("socialflow.database.password", database::password);
        var redis = TestEngines.redis();
        properties.add(
                "socialflow.redis.url",
                () -> "redis://%s:%s@%s:%d".formatted(redis.user(), redis.password(), redis.host(), redis.port()));
        properties.add("socialflow.kafka.bootstrap", TestEngines::kafka);
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "view-count");
        properties.add("socialflow.data", data::toString);
        // Everybody here comes from this machine, which lies in Norway.
        var countries = data.resolve("countries.mmdb");
        Files.write(countries, new CountryTable(6).with("127.0.0.0/8", "NO").bytes());
        properties.add("socialflow.views.countries", countries::toString);
    }

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected Shelf shelf;

    @Autowired
    protected Refusals refusals;

    @Autowired
    protected TestTokens tokens;

    @Autowired
    protected Ids ids;

    protected Http http;
    protected Person alice;
    protected Person bob;

    @BeforeEach
    void meetPeople() {
        http = new Http(port);
        alice = person();
        bob = person();
    }

    /** Somebody whom no other test knows. */
    protected Person person() {
        var account = new AccountId(ids.next());
        return new Person(account, () -> tokens.of(account));
    }

    /** A new public video of this person's. */
    protected VideoId video(Person owner, Duration duration) {
        var video = new VideoId(ids.next());
        shelf.put(video, owner.account(), duration, "public");
        return video;
    }

    /** Waits until it holds, and fails when it does not soon. */
    protected static void eventually(String what, BooleanSupplier holds) {
        var end = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s within %s", what, SOON).isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
