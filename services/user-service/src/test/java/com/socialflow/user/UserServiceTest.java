package com.socialflow.user;

import com.socialflow.platform.PlatformConfiguration;
import com.socialflow.testkit.TestClock;
import com.socialflow.testkit.TestEngines;
import com.socialflow.user.mail.Letters;
import com.socialflow.user.passwords.CheapPasswords;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** The user service over HTTP, on a real PostgreSQL, without Redis and Kafka, and with a clock that the test moves. */
@Tag("engines")
@SpringBootTest(
        classes = {
            UserServiceTest.Surroundings.class,
            CheapPasswords.class,
            PlatformConfiguration.class,
            UserModule.class
        },
        webEnvironment = WebEnvironment.RANDOM_PORT)
@TestConstructor(autowireMode = AutowireMode.ALL)
public abstract class UserServiceTest {

    private static final AtomicInteger NAMES = new AtomicInteger();

    protected Api api;
    protected Letters letters;
    private JdbcClient database;

    /** Not annotated: the module's own scan must not find it. */
    static class Surroundings {

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
        properties.add("socialflow.redis.url", () -> "redis://127.0.0.1:1");
        properties.add("management.otlp.metrics.export.enabled", () -> "false");
        properties.add("socialflow.messaging.enabled", () -> "false");
        // Everybody comes from one address, and the clock stands still.
        properties.add("socialflow.limits.scale", () -> "0");
        properties.add(
                "socialflow.data",
                () -> "target/data-" + ProcessHandle.current().pid());
    }

    @BeforeEach
    void connect(@Value("${local.server.port}") int port, ApplicationContext context) {
        api = new Api(port);
        letters = new Letters(context);
        database = context.getBean(JdbcClient.class);
    }

    /** Registers somebody who may do this, and signs in: the header of his or her requests. */
    protected String[] signedIn(String name, String... roles) {
        api.register(name);
        database.sql("""
                UPDATE "user".account SET roles = :roles WHERE username = :name
                """).param("roles", roles).param("name", name).update();
        return bearer(api.signIn(name, Api.PASSWORD));
    }

    /** The header of requests of who signed in so. */
    protected static String[] bearer(Answer signIn) {
        return new String[] {"Authorization", "Bearer " + signIn.text("accessToken")};
    }

    /** A username that nobody had before. */
    protected static String someone() {
        return "someone_" + NAMES.incrementAndGet();
    }
}
