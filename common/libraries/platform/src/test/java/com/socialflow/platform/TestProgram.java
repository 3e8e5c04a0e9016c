package com.socialflow.platform;

import com.socialflow.testkit.TestDatabase;
import com.socialflow.testkit.TestEngines;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A program of nothing but the platform and what a test adds, on real engines. */
public final class TestProgram {

    /** The topics of the one Kafka: programs whose events flow would hear each other's. */
    public static final String EVENTS = "events";

    private TestProgram() {}

    /** Starts it on a database of its own, at a free port. */
    public static ConfigurableApplicationContext start(boolean messaging, Class<?>... more) {
        return start(TestEngines.postgres(), messaging, more);
    }

    /** Starts it on this database: several on one are several processes of one installation. */
    public static ConfigurableApplicationContext start(TestDatabase database, boolean messaging, Class<?>... more) {
        return start(database, messaging, List.of(), more);
    }

    /** Starts it on this database with more settings, each {@code --key=value}. */
    public static ConfigurableApplicationContext start(
            TestDatabase database, boolean messaging, List<String> additional, Class<?>... more) {
        var sources = new ArrayList<Class<?>>(List.of(more));
        sources.add(PlatformConfiguration.class);
        var settings = new ArrayList<>(List.of(
                "--server.port=0",
                // Its own: two classes may run at once.
                "--socialflow.data=target/test-data/" + nameOf(database),
                "--socialflow.database.url=" + database.url(),
                "--socialflow.database.user=" + database.user(),
                "--socialflow.database.password=" + database.password(),
                "--socialflow.messaging.enabled=" + messaging));
        settings.addAll(additional);
        if (additional.stream().noneMatch(setting -> setting.startsWith("--socialflow.redis."))) {
            // What asks Redis has a way on without it.
            settings.add("--socialflow.redis.url=redis://127.0.0.1:1");
        }
        if (messaging) {
            settings.add("--socialflow.kafka.bootstrap=" + TestEngines.kafka());
        }
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).run(settings.toArray(String[]::new));
    }

    private static String nameOf(TestDatabase database) {
        return database.url().substring(database.url().lastIndexOf('/') + 1);
    }

    /** Where it listens. */
    public static String address(ConfigurableApplicationContext program) {
        return "http://localhost:" + program.getEnvironment().getProperty("local.server.port");
    }
}
