package com.socialflow.app;

import com.socialflow.platform.ConfiguredEngines;
import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.database.DatabaseSettings;
import com.socialflow.platform.secrets.Envelopes;
import com.socialflow.platform.secrets.SecretConfiguration;
import com.socialflow.user.audit.AuditVerification;
import com.socialflow.user.audit.AuditVerification.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code audit verify}: recomputes the audit log from the database, which runs already or is started for it. */
final class AuditCommand {

    static final String NAME = "audit";

    private static final String VERIFY = "verify";
    private static final String CHECKPOINT = "--checkpoint=";

    private static final int SOUND = 0;
    private static final int TAMPERED = 1;
    private static final int UNKNOWN = 2;

    private AuditCommand() {}

    /** What reads a database needs of the program, and nothing that serves. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({PlatformSettings.class, DatabaseSettings.class})
    @Import(SecretConfiguration.class)
    static class Surroundings {

        @Bean
        static Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        static SecureRandom secureRandom() {
            return new SecureRandom();
        }
    }

    /** Verifies and says what it found; gives the exit status: 0 as it was, 1 something is not, 2 not verified. */
    static int run(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals(VERIFY)) {
            System.err.println("audit knows one thing to do: audit verify [--data=] [--checkpoint=FILE]");
            return UNKNOWN;
        }
        try {
            var settings = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
            var kept = kept(settings);
            try (var program = start(settings)) {
                return say(verify(program, kept));
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("The audit log was not verified. " + StartFailure.sentence(e));
            return UNKNOWN;
        }
    }

    private static Optional<String> kept(List<String> settings) throws IOException {
        for (var setting : List.copyOf(settings)) {
            if (setting.startsWith(CHECKPOINT)) {
                settings.remove(setting);
                return Optional.of(Files.readString(Path.of(setting.substring(CHECKPOINT.length()))));
            }
        }
        return Optional.empty();
    }

    private static ConfigurableApplicationContext start(List<String> settings) {
        return new SpringApplicationBuilder(Surroundings.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=WARN")
                .run(CommandLine.settings(settings.toArray(String[]::new)).toArray(String[]::new));
    }

    private static Report verify(ConfigurableApplicationContext program, Optional<String> kept) {
        var platform = program.getBean(PlatformSettings.class);
        var database = program.getBean(DatabaseSettings.class);
        if (database.url().isEmpty() && Files.notExists(platform.data().resolve("postgres"))) {
            throw new StartFailure.Refusal("There is no database under %s.".formatted(platform.data()));
        }
        try (var engines = EmbeddedEngines.database(platform, database, new ConfiguredEngines(database, platform))) {
            var address = engines.database();
            var source = new DriverManagerDataSource(address.url(), address.user(), address.password());
            return new AuditVerification(source, program.getBean(Envelopes.class)).verify(kept);
        }
    }

    private static int say(Report report) {
        report.problems().forEach(System.out::println);
        if (!report.sound()) {
            System.out.println("THE AUDIT LOG WAS TAMPERED WITH, or is damaged: %d entries, %d checkpoints"
                    .formatted(report.entries(), report.checkpoints()));
            return TAMPERED;
        }
        System.out.println("The audit log is as it was recorded: %d entries, %d checkpoints."
                .formatted(report.entries(), report.checkpoints()));
        if (!report.verifier().isEmpty()) {
            System.out.println("Signed by " + report.verifier());
        }
        return SOUND;
    }
}
