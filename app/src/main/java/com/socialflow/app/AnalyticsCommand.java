package com.socialflow.app;

import com.socialflow.analytics.batch.CellVerification;
import com.socialflow.analytics.batch.CellVerification.Report;
import com.socialflow.platform.ConfiguredEngines;
import com.socialflow.platform.PlatformSettings;
import com.socialflow.platform.database.DatabaseSettings;
import com.socialflow.platform.recurring.RecurringConfiguration;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.storage.StorageConfiguration;
import java.nio.file.Files;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

/** {@code analytics verify}: counts days anew from the archived log, and compares with what the stream wrote. */
final class AnalyticsCommand {

    static final String NAME = "analytics";

    private static final String VERIFY = "verify";
    private static final String FROM = "--from=";
    private static final String TO = "--to=";
    private static final String REPAIR = "--repair";
    private static final String USAGE =
            "analytics knows one thing to do: analytics verify --from=2026-01-31 [--to=] [--repair] [--data=]";

    private static final int EQUAL = 0;
    private static final int DIFFERENT = 1;
    private static final int UNKNOWN = 2;

    private AnalyticsCommand() {}

    /** What a database and files need of the program, and nothing that serves. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({PlatformSettings.class, DatabaseSettings.class})
    @Import({RecurringConfiguration.class, StorageConfiguration.class})
    static class Surroundings {

        @Bean
        static Clock clock() {
            return Clock.systemUTC();
        }
    }

    private record Days(LocalDate first, LocalDate last, boolean repair) {}

    /** Verifies and says what it found; gives the exit status: 0 equal or repaired, 1 different, 2 not verified. */
    static int run(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals(VERIFY)) {
            System.err.println(USAGE);
            return UNKNOWN;
        }
        try {
            var settings = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
            var days = days(settings);
            if (days.isEmpty()) {
                System.err.println(USAGE);
                return UNKNOWN;
            }
            try (var program = start(settings)) {
                return say(verify(program, days.get()));
            }
        } catch (RuntimeException e) {
            System.err.println("Nothing was verified. " + StartFailure.sentence(e));
            return UNKNOWN;
        }
    }

    private static Optional<Days> days(List<String> settings) {
        try {
            var from = taken(settings, FROM).map(LocalDate::parse);
            var to = taken(settings, TO).map(LocalDate::parse);
            var repair = settings.remove(REPAIR);
            return from.map(first -> new Days(first, to.orElse(first), repair))
                    .filter(days -> !days.last().isBefore(days.first()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> taken(List<String> settings, String name) {
        var found =
                settings.stream().filter(setting -> setting.startsWith(name)).findFirst();
        found.ifPresent(settings::remove);
        return found.map(setting -> setting.substring(name.length()));
    }

    private static ConfigurableApplicationContext start(List<String> settings) {
        return new SpringApplicationBuilder(Surroundings.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=WARN")
                .run(CommandLine.settings(settings.toArray(String[]::new)).toArray(String[]::new));
    }

    private static Report verify(ConfigurableApplicationContext program, Days days) {
        var platform = program.getBean(PlatformSettings.class);
        var database = program.getBean(DatabaseSettings.class);
        if (database.url().isEmpty() && Files.notExists(platform.data().resolve("postgres"))) {
            throw new StartFailure.Refusal("There is no database under %s.".formatted(platform.data()));
        }
        var now = program.getBean(Clock.class).instant();
        if (days.last().isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            throw new StartFailure.Refusal("The day %s has not come yet.".formatted(days.last()));
        }
        try (var engines = EmbeddedEngines.database(platform, database, new ConfiguredEngines(database, platform))) {
            var address = engines.database();
            var source = new DriverManagerDataSource(address.url(), address.user(), address.password());
            return new CellVerification(source, program.getBean(ObjectStorage.class))
                    .verify(days.first(), days.last(), days.repair(), now);
        }
    }

    private static int say(Report report) {
        report.told().forEach(System.out::println);
        if (report.different() > report.told().size()) {
            System.out.println(
                    "… and %d more".formatted(report.different() - report.told().size()));
        }
        if (!report.settled()) {
            System.out.println("Beacons of these days may still come, and the last hours are in no file yet:"
                    + " what differs now may agree two days later.");
        }
        if (report.different() == 0) {
            System.out.println("Stream and log agree: %d cells.".formatted(report.cells()));
            return EQUAL;
        }
        System.out.println("%d of %d cells %s."
                .formatted(report.different(), report.cells(), report.repaired() ? "were repaired" : "differ"));
        return report.repaired() ? EQUAL : DIFFERENT;
    }
}
