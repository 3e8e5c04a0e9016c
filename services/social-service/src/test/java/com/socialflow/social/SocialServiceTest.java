package com.socialflow.social;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.core.Id;
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
import java.util.List;
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

/** The whole service over real HTTP a real PostgreSQL and a real Redis, with a clock that tests move; without Kafka. */
@Tag("engines")
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        classes = SocialServiceTest.Surroundings.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.threads.virtual.enabled=true",
            "spring.mvc.formcontent.filter.enabled=false",
            "spring.servlet.multipart.enabled=false",
            "server.tomcat.connection-timeout=2s",
            "socialflow.messaging.enabled=false",
            "socialflow.limits.scale=0",
            "socialflow.storage.reserve=1MB",
            "socialflow.social.push.hosts=fcm.googleapis.com,http://127.0.0.1",
            // Where servers of strangers are in tests; all other addresses of this machine are as private as ever.
            "socialflow.fetch.trusted=127.0.0.77"
        })
public abstract class SocialServiceTest {

    /**
     * The stand-ins come first: the platform makes what is missing then. Not annotated: the module's scan is in reach.
     */
    @Import({StandIns.class, PlatformConfiguration.class, SocialModule.class})
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
        static KnownLetters letters() {
            return new KnownLetters();
        }

        @Bean
        static KnownAccounts accounts() {
            return new KnownAccounts();
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
        var redis = TestEngines.redis();
        properties.add(
                "socialflow.redis.url",
                () -> "redis://%s:%s@%s:%d".formatted(redis.user(), redis.password(), redis.host(), redis.port()));
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "social");
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
    protected KnownAccounts accounts;

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
        alice = person("alice");
        bob = person("bob");
    }

    /** Somebody whom no other test knows. */
    protected Person person(String name) {
        var account = new AccountId(ids.next());
        accounts.register(account, name);
        return new Person(account, () -> tokens.of(account));
    }

    /** A new video of this person's, of which nothing was told here yet. */
    protected VideoId video(Person owner, String visibility) {
        var video = new VideoId(ids.next());
        shelf.put(video, owner.account(), "Trains", visibility);
        return video;
    }

    /** How many statements the requests make that are made meanwhile. */
    protected int queries(Runnable requests) {
        var before = statements.count();
        requests.run();
        return statements.count() - before;
    }

    /** The types of events that wait in the outbox with this ordering key, in their order. */
    protected List<String> events(Id key) {
        return jdbc.sql("SELECT event_type FROM social.outbox WHERE ordering_key = :id ORDER BY position")
                .param("id", key.value())
                .query((row, _) -> row.getString(1))
                .list();
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
