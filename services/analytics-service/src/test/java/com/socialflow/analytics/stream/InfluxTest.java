package com.socialflow.analytics.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The job writes into a real InfluxDB too, where there is one (Debian: {@code apt-get install influxdb}). */
@Tag("engines")
class InfluxTest {

    private static final Duration OFTEN = Duration.ofMillis(500);
    private static final Pattern SUMS = Pattern.compile("\"values\":\\[\\[[^,]+,(\\d+),(\\d+),(\\d+)]]");

    private record Sums(long views, long rawViews, long cells) {}

    @Test
    void cellsAreThereAsPostgresHasThem() throws Exception {
        var program = InfluxServer.program();
        assumeTrue(program.isPresent(), "there is no influxd on this machine");
        var stream = new TestStream("views-influx");
        try (var influx = InfluxServer.start(program.get(), stream.directory().resolve("influx"))) {
            stream.writeAlsoTo(influx.writes());
            var log = Plays.of(9, 900, 60);
            var half = log.size() / 2;
            var first = stream.submit(null, 1, OFTEN);
            stream.write(log.subList(0, half));
            stream.awaitCellsOf(log.subList(0, half));
            TestStream.cluster().cancel(first);
            // From the beginning again: points of the same cell are written over and not added.
            var second = stream.submit(null, 1, OFTEN);
            stream.write(log.subList(half, log.size()));
            stream.awaitCellsOf(log);

            for (var granularity : new String[] {"minute", "hour", "day"}) {
                var wanted = wanted(stream, granularity);
                TestStream.eventually(
                        granularity + " cells are in InfluxDB",
                        () -> sums(influx, granularity).equals(wanted));
            }
            TestStream.cluster().cancel(second);
        }
    }

    private static Sums wanted(TestStream stream, String granularity) throws Exception {
        var database = stream.database();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT sum(views), sum(raw_views), count(*) FROM analytics.cell_" + granularity)) {
            assertThat(row.next()).isTrue();
            var sums = new Sums(row.getLong(1), row.getLong(2), row.getLong(3));
            assertThat(sums.views()).isPositive();
            return sums;
        }
    }

    private static Sums sums(InfluxServer influx, String granularity) {
        try {
            var answer = influx.query("SELECT sum(views), sum(raw_views), count(views) FROM cell_" + granularity);
            var found = SUMS.matcher(answer);
            return found.find()
                    ? new Sums(
                            Long.parseLong(found.group(1)),
                            Long.parseLong(found.group(2)),
                            Long.parseLong(found.group(3)))
                    : new Sums(0, 0, 0);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
