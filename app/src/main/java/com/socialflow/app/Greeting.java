package com.socialflow.app;

import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.auth.FirstAdministrator;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Says where the program is and how far its engines are, to the person who started it. */
class Greeting {

    private static final Duration ENGINES_MAX = Duration.ofMinutes(2);

    private final Environment environment;
    private final EmbeddedEngines engines;
    private final PlatformSettings platform;
    private final ObjectProvider<FirstAdministrator> administrators;

    Greeting(
            Environment environment,
            EmbeddedEngines engines,
            PlatformSettings platform,
            ObjectProvider<FirstAdministrator> administrators) {
        this.environment = environment;
        this.engines = engines;
        this.platform = platform;
        this.administrators = administrators;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        var local = "http://localhost:" + environment.getProperty("local.server.port", "?");
        say("Social Flow is at %s (after %s)".formatted(local, sinceStart()));
        administrators.stream()
                .flatMap(administrator -> administrator.offer().stream())
                .forEach(token -> say("there is no administrator yet: sign in, then open %s/claim#token=%s"
                        .formatted(platform.publicUrl().isEmpty() ? local : platform.publicUrl(), token)));
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
