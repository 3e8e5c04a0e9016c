package com.socialflow.analytics.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.analytics.AnalyticsServiceTest;
import com.socialflow.analytics.archive.RunningArchiver;
import com.socialflow.analytics.batch.CellVerification;
import com.socialflow.analytics.batch.CellVerification.Report;
import com.socialflow.analytics.batch.SeededImpressions;
import com.socialflow.analytics.recent.RecentPlays;
import com.socialflow.views.Beacon;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The rows that the job wrote from a real Kafka against a recount of what the archiver took from the same Kafka, cell
 * for cell. {@code -Dseed=} plays another day, {@code -Dbeacons=} a larger one.
 */
class StreamEqualsBatchTest extends AnalyticsServiceTest {

    /** The one that the archiver follows. */
    private static final String TOPIC = "views.beacons";

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant BEGIN = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant NOW = BEGIN.plus(Duration.ofDays(4));

    private static final long SEED = Long.getLong("seed", 20_261_120);
    private static final int BEACONS_SHORT = 2_000;

    /** For so many beacons a page with impressions. */
    private static final int IMPRESSIONS_SHARE = 10;

    private static final int BEACONS_LONG = Integer.getInteger("beacons", 300_000);

    @Autowired
    private RecentPlays recent;

    @BeforeEach
    @AfterEach
    void emptyTheArchive() {
        storage.deleteAll("views/");
        storage.deleteAll("impressions/");
    }

    @Test
    @Timeout(60)
    void theJobsRowsAreThoseOfTheArchivedLog() throws Exception {
        prove(BEACONS_SHORT, Duration.ofSeconds(30));
    }

    @Test
    @Tag("simulation")
    @Timeout(1_800)
    void theJobsRowsAreThoseOfALongArchivedLog() throws Exception {
        prove(BEACONS_LONG, Duration.ofSeconds(60 + BEACONS_LONG / 2_000));
    }

    private void prove(int beacons, Duration patience) throws Exception {
        System.out.printf("seed %d, about %d beacons%n", SEED, beacons);
        var stream = new TestStream(TOPIC);
        var log = Delivered.of(SEED, BEGIN.toEpochMilli(), beacons);
        var videos = log.stream().map(Beacon::video).distinct().toList();
        var shown = new SeededImpressions(SEED, videos).of(beacons / IMPRESSIONS_SHARE, BEGIN, 20);
        var job = stream.submit(null, 2, Duration.ofSeconds(2));
        try (var archiver = new RunningArchiver(stream.kafka(), storage, recent, clock)) {
            stream.write(log);
            stream.show(shown);
            stream.awaitCellsOf(log, shown, patience);
            awaitArchived(archiver, log.size() + shown.size(), patience);
        }
        var database = stream.database();
        var rows = new DriverManagerDataSource(database.url(), database.user(), database.password());
        var found = verify(rows, false);
        assertThat(found.told()).isEmpty();
        assertThat(found.different()).isZero();
        assertThat(found.cells()).isGreaterThan(beacons / 4);

        findsAndRepairsWhatIsWrong(rows, found.cells());
        stream.awaitCellsOf(log, shown, patience);
        TestStream.cluster().cancel(job);
    }

    private static void awaitArchived(RunningArchiver archiver, long entries, Duration patience) throws Exception {
        var end = System.nanoTime() + patience.toNanos();
        while (archiver.archived(BEGIN, NOW) < entries && System.nanoTime() < end) {
            Thread.sleep(200);
        }
        assertThat(archiver.archived(BEGIN, NOW)).as("entries in files").isEqualTo(entries);
    }

    private void findsAndRepairsWhatIsWrong(DriverManagerDataSource rows, long cells) {
        var jdbc = JdbcClient.create(rows);
        var some = "(video_id, dimension, start_at, dimension_value) IN (SELECT video_id, dimension, start_at,"
                + " dimension_value FROM analytics.%s WHERE views > 0 ORDER BY 1, 2, 3, 4 LIMIT 1)";
        assertThat(jdbc.sql("UPDATE analytics.cell_day SET views = views + 1 WHERE " + some.formatted("cell_day"))
                        .update())
                .isEqualTo(1);
        assertThat(jdbc.sql("DELETE FROM analytics.cell_hour WHERE " + some.formatted("cell_hour"))
                        .update())
                .isEqualTo(1);
        jdbc.sql("""
                INSERT INTO analytics.cell_minute (video_id, dimension, start_at, dimension_value, views, raw_views)
                VALUES (12345, 'device', ?, 'tv', 7, 8)
                """).param(BEGIN.atOffset(ZoneOffset.UTC)).update();

        var wrong = verify(rows, false);
        assertThat(wrong.different()).as("one false, one missing, one too much").isEqualTo(3);
        assertThat(wrong.cells()).isEqualTo(cells + 1);
        assertThat(wrong.told())
                .hasSize(3)
                .anyMatch(line -> line.contains(", day from ") && line.contains("views is "))
                .anyMatch(line -> line.contains(", hour from ") && line.contains("views is 0, should be "))
                .anyMatch(line -> line.contains("device tv") && line.contains("views is 7, should be 0"));
        assertThat(wrong.repaired()).isFalse();
        assertThat(verify(rows, true).repaired()).isTrue();
        assertThat(verify(rows, false).different()).isZero();
    }

    private Report verify(DriverManagerDataSource rows, boolean repair) {
        return new CellVerification(rows, storage).verify(DAY, DAY.plusDays(1), repair, NOW);
    }
}
