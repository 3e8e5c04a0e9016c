package com.socialflow.app.views;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.socialflow.app.journey.ProgramCommand;
import com.socialflow.app.journey.SharedProgram;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.LoggerFactory;

/**
 * Views of the whole program through kill -9 of all that can be killed: counts and cells equal a reference that reads
 * the log at once, and {@code analytics verify} finds no difference between stream and batch. {@code -Dbeacons=} says
 * how many are told, {@code -Dseeds=} how often, {@code -Dseed=} replays one.
 */
@Execution(ExecutionMode.CONCURRENT)
class ViewCrashTest {

    private static final long BEACONS_SHORT = 4_000;
    private static final long BEACONS_LONG = Long.getLong("beacons", 100_000);
    private static final int SEEDS = Integer.getInteger("seeds", 1);
    private static final String SEED = System.getProperty("seed", "");
    private static final int KILLS_LONG = 10;

    /** Kafka's client says a great deal at DEBUG, which is what there is without a configuration. */
    @BeforeAll
    static void quiet() {
        for (var name : List.of("org.apache.kafka", "io.lettuce", "io.netty")) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(Level.WARN);
            }
        }
    }

    @Test
    @Tag("engines")
    @Execution(ExecutionMode.SAME_THREAD)
    @Timeout(300)
    void viewsAreExactThroughKills() throws Exception {
        var folder = SharedProgram.directory("views");
        try (var platform = Platform.alone(folder)) {
            new ViewCrash(platform, 5, BEACONS_SHORT).run(platform.victims().size());
            new Cells(platform.data()).falsify();
            platform.stop();
            findsWhatIsWrongAndRepairsIt(folder, platform.data());
        }
    }

    @Test
    @Tag("simulation")
    @Execution(ExecutionMode.SAME_THREAD)
    @Timeout(12 * 3_600)
    void millionsOfViewsAreExactThroughKills() throws Exception {
        for (var seed = 1L; seed <= (SEED.isEmpty() ? SEEDS : 1); seed++) {
            var drawn = SEED.isEmpty() ? seed : Long.parseLong(SEED);
            var folder = SharedProgram.directory("views-" + drawn);
            try (var platform = Platform.apart(folder, BEACONS_LONG)) {
                new ViewCrash(platform, drawn, BEACONS_LONG).run(KILLS_LONG);
                platform.stop();
                var verified = verify(folder, platform.data());
                System.out.printf("seed %d: %s%n", drawn, verified.said());
                assertThat(verified.exit()).as(verified.said()).isZero();
            } catch (Throwable e) {
                throw new AssertionError("replay with -Dseed=%d -Dbeacons=%d".formatted(drawn, BEACONS_LONG), e);
            }
        }
    }

    private static void findsWhatIsWrongAndRepairsIt(Path folder, Path data) throws Exception {
        var found = verify(folder, data);
        assertThat(found.exit()).as(found.said()).isEqualTo(1);
        assertThat(found.said())
                .containsPattern("video \\w+, hour from \\S+Z, all: views is \\d+, should be \\d+\n")
                .contains("Beacons of these days may still come")
                .containsPattern("1 of \\d+ cells differ\\.");
        var repaired = verify(folder, data, "--repair");
        assertThat(repaired.exit()).as(repaired.said()).isZero();
        assertThat(repaired.said()).containsPattern("1 of \\d+ cells were repaired\\.");
        var again = verify(folder, data);
        assertThat(again.exit()).as(again.said()).isZero();
        assertThat(again.said()).containsPattern("Stream and log agree: \\d+ cells\\.");
    }

    /** What is told now happened yesterday or today. */
    private static ProgramCommand verify(Path folder, Path data, String... more) throws Exception {
        var today = LocalDate.now(ZoneOffset.UTC);
        var arguments = new ArrayList<>(
                List.of("analytics", "verify", "--data=" + data, "--from=" + today.minusDays(1), "--to=" + today));
        arguments.addAll(List.of(more));
        return ProgramCommand.run(folder, arguments.toArray(String[]::new));
    }
}
