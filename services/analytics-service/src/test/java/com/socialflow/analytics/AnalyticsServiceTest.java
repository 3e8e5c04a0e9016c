package com.socialflow.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Ids;
import com.socialflow.core.VideoId;
import com.socialflow.platform.PlatformConfiguration;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.testkit.Http;
import com.socialflow.testkit.Person;
import com.socialflow.testkit.TestClock;
import com.socialflow.testkit.TestEngines;
import com.socialflow.testkit.TestTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
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

/** The whole service over real HTTP and a real PostgreSQL, with a clock that tests move; without Kafka. */
@Tag("engines")
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = AnalyticsServiceTest.Surroundings.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.threads.virtual.enabled=true",
            "spring.mvc.formcontent.filter.enabled=false",
            "spring.servlet.multipart.enabled=false",
            "server.tomcat.connection-timeout=2s",
            "socialflow.messaging.enabled=false",
            "socialflow.analytics.flink.enabled=false",
            "socialflow.limits.scale=0",
            "socialflow.storage.reserve=1MB"
        })
public abstract class AnalyticsServiceTest {

    /**
     * The stand-ins come first: the platform makes what is missing then. Not annotated: the module's scan is in reach.
     */
    @Import({StandIns.class, PlatformConfiguration.class, AnalyticsModule.class})
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
        static Statements statements() {
            return new Statements();
        }

        @Bean
        static Shelf shelf() {
            return new Shelf();
        }
    }

    /** Longer than any background round takes, short enough that a failure is not waited for. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry properties) throws IOException {
        var database = TestEngines.postgres();
        properties.add("socialflow.database.url", database::url);
        properties.add("socialflow.database.user", database::user);
        properties.add("socialflow.database.password", database::password);
        // Nothing here needs Redis: what does in the platform gets along without it.
        properties.add("socialflow.redis.url", () -> "redis://127.0.0.1:1");
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "analytics");
        properties.add("socialflow.data", data::toString);
    }

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected ObjectStorage storage;

    @Autowired
    protected TestClock clock;

    @Autowired
    protected Shelf shelf;

    @Autowired
    protected TestTokens tokens;

    @Autowired
    protected Ids ids;

    @Autowired
    private Statements statements;

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

    /** A new video of this person's, of which nothing was told here yet. */
    protected VideoId video(Person owner, String visibility) {
        var video = new VideoId(ids.next());
        shelf.put(video, owner.account(), "Trains", visibility);
        return video;
    }

    /** A video of this person's that was published now. */
    protected VideoId owned(Person owner, String title) {
        var video = new VideoId(ids.next());
        jdbc.sql("INSERT INTO analytics.video_owner (video_id, owner_id, title, published_at) VALUES (?, ?, ?, ?)")
                .param(video.value())
                .param(owner.account().value())
                .param(title)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return video;
    }

    /** How many statements the requests make that are made meanwhile. */
    protected int queries(Runnable requests) {
        var before = statements.count();
        requests.run();
        return statements.count() - before;
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
