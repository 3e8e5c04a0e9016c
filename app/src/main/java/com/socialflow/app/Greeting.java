package com.socialflow.app;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says where the program is and how far its engines are, to the person who started it. */
class Greeting {

    private static final Duration ENGINES_MAX = Duration.ofMinutes(2);

    private final Environment environment;
    private final EmbeddedEngines engines;

    Greeting(Environment environment, EmbeddedEngines engines) {
        this.environment = environment;
        this.engines = engines;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        say("Social Flow is at http://localhost:%s (after %s)"
                .formatted(environment.getProperty("local.server.port", "?"), sinceStart()));
        Thread.ofVirtual().name("greeting").start(() -> {
            engines.kafka(ENGINES_MAX);
            say("all engines are ready (after %s); Ctrl-C stops everything".formatted(sinceStart()));
        });
    }

    private static String sinceStart() {
        var seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** On the console, as a sentence: the log is for what happens later. */
    static void say(String sentence) {
        System.out.println(sentence);
    }
}
