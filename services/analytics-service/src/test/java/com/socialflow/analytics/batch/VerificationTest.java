package com.socialflow.analytics.batch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.analytics.AnalyticsServiceTest;
import com.socialflow.analytics.archive.ArchiveWriting;
import com.socialflow.analytics.batch.CellVerification.Report;
import com.socialflow.analytics.cells.Cell;
import com.socialflow.analytics.cells.CellKey;
import com.socialflow.analytics.cells.Sighting;
import com.socialflow.analytics.cells.Viewing;
import com.socialflow.core.VideoId;
import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.views.Beacon;
import com.socialflow.views.Crowd;
import com.socialflow.views.CrowdKey;
import com.socialflow.views.Impressions;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.Session;
import com.socialflow.views.Verdict;
import com.socialflow.views.ViewRule;
import com.socialflow.views.WatchKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The archived log against cells that were counted step by step, a beacon at a time, as the stream does. */
class VerificationTest extends AnalyticsServiceTest {

    private static final ViewRule RULE = new ViewRule(RuleSettings.PUBLIC);

    @Autowired
    private DataSource database;

    private List<VideoId> videos = List.of();
    private Instant day = Instant.EPOCH;

    @BeforeEach
    void aDayOfBeacons() {
        jdbc.sql("DELETE FROM analytics.cell_minute").update();
        jdbc.sql("DELETE FROM analytics.cell_hour").update();
        jdbc.sql("DELETE FROM analytics.cell_day").update();
        videos = List.of(owned(alice, "Trains"), owned(bob, "Ships"));
        day = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(3, ChronoUnit.DAYS);
        var beacons = new SeededBeacons(42, videos).of(250, day, 24);
        ArchiveWriting.write(storage, beacons);
        var shown = new SeededImpressions(43, videos).of(100, day, 24);
        ArchiveWriting.writeImpressions(storage, shown);
        var store = new StreamCellStore(database);
        var cells = counted(beacons);
        count(shown, cells);
        cells.forEach((key, cell) -> store.put(key, cell.row()));
    }

    @AfterEach
    void remove() {
        storage.deleteAll("views/");
        storage.deleteAll("impressions/");
    }

    @Test
    void streamAndBatchAgreeCellForCell() {
        var report = verify(false);

        assertThat(report.told()).isEmpty();
        assertThat(report.different()).isZero();
        assertThat(report.cells()).isGreaterThan(1_000);
        assertThat(report.settled()).isTrue();
        assertThat(jdbc.sql("SELECT sum(views) FROM analytics.cell_day WHERE dimension = 'all'")
                        .query(Long.class)
                        .single())
                .isBetween(50L, 250L);
        assertThat(jdbc.sql("SELECT sum(clicks) > 10 AND sum(impressions) BETWEEN 300 AND 700"
                                + " FROM analytics.cell_day WHERE dimension = 'all'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatDiffersIsToldAndRepaired() {
        jdbc.sql("""
                UPDATE analytics.cell_day SET views = views + 5, clicks = clicks + 1, likes = 7
                 WHERE video_id = ? AND dimension = 'all' AND start_at = ?
                """)
                .param(videos.getFirst().value())
                .param(day.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("DELETE FROM analytics.cell_hour WHERE video_id = ? AND dimension = 'all'")
                .param(videos.getLast().value())
                .update();
        jdbc.sql("""
                INSERT INTO analytics.cell_hour (video_id, dimension, start_at, dimension_value, views)
                VALUES (12345, 'all', ?, '', 9)
                """).param(day.atOffset(ZoneOffset.UTC)).update();

        var found = verify(false);
        assertThat(found.different()).isGreaterThan(10);
        assertThat(found.told())
                .anyMatch(
                        line -> line.startsWith("video " + videos.getFirst() + ", day from " + day + ", all: views is"))
                .anyMatch(line -> line.contains(", clicks is "))
                .anyMatch(line -> line.contains("views is 9, should be 0"));
        assertThat(found.repaired()).isFalse();

        var repaired = verify(true);
        assertThat(repaired.different()).isEqualTo(found.different());
        assertThat(repaired.repaired()).isTrue();
        assertThat(verify(false).different()).isZero();
        assertThat(jdbc.sql("SELECT likes FROM analytics.cell_day WHERE video_id = ? AND dimension = 'all'"
                                + " AND start_at = ?")
                        .param(videos.getFirst().value())
                        .param(day.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single())
                .isEqualTo(7);
    }

    @Test
    void aDayIsNotSettledWhileItsBeaconsMayCome() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);

        var report = new CellVerification(database, storage).verify(today, today, false, clock.instant());

        assertThat(report.settled()).isFalse();
    }

    private Report verify(boolean repair) {
        var date = LocalDate.ofInstant(day, ZoneOffset.UTC);
        return new CellVerification(database, storage).verify(date, date.plusDays(1), repair, clock.instant());
    }

    /** By changes of views and of verdicts, in the order of receipt. */
    private static Map<CellKey, Cell> counted(List<Beacon> beacons) {
        var viewings = new HashMap<WatchKey, Viewing>();
        var crowds = new HashMap<CrowdKey, Crowd>();
        var told = new HashMap<WatchKey, Contribution>();
        var cells = new HashMap<CellKey, Cell>();
        for (var beacon : beacons) {
            if (Viewing.late(beacon)) {
                continue;
            }
            var before = viewings.getOrDefault(beacon.watch(), Viewing.begin(RULE));
            var after = before.with(beacon);
            viewings.put(beacon.watch(), after);
            before.view()
                    .ifPresent(view -> CrowdKey.of(beacon.video(), view)
                            .ifPresent(key -> crowds.merge(key, RULE.crowd().without(view), Crowd::merge)));
            after.view()
                    .ifPresent(view -> CrowdKey.of(beacon.video(), view)
                            .ifPresent(key -> crowds.merge(key, RULE.crowd().with(view), Crowd::merge)));
            change(cells, told, beacon.watch(), after.contribution().orElse(null));
        }
        // The verdicts turn last.
        viewings.forEach((key, viewing) -> viewing.view()
                .flatMap(view -> CrowdKey.of(key.video(), view))
                .filter(crowd -> requireNonNull(crowds.get(crowd)).verdict() instanceof Verdict.Rejected)
                .ifPresent(_ -> change(
                        cells,
                        told,
                        key,
                        viewing.contribution()
                                .map(view -> view.toBuilder().setValid(false).build())
                                .orElse(null))));
        return cells;
    }

    /** Impressions, a telling at a time. */
    private static void count(List<Impressions> shown, Map<CellKey, Cell> cells) {
        record Seen(Session session, long key) {}
        var known = new HashMap<Seen, Contribution>();
        for (var told : shown) {
            for (var one : told.shown()) {
                var seen = new Seen(told.session(), one.key());
                var before = known.get(seen);
                Sighting.of(told, one)
                        .map(said -> before == null ? said : Sighting.merge(before, said))
                        .ifPresent(after -> {
                            if (before != null) {
                                CellKey.of(before)
                                        .forEach(cell ->
                                                requireNonNull(cells.get(cell)).apply(before, null));
                            }
                            CellKey.of(after)
                                    .forEach(cell -> cells.computeIfAbsent(cell, Cell::new)
                                            .apply(null, after));
                            known.put(seen, after);
                        });
            }
        }
    }

    private static void change(
            Map<CellKey, Cell> cells, Map<WatchKey, Contribution> told, WatchKey key, @Nullable Contribution after) {
        var before = told.get(key);
        if (before != null) {
            CellKey.of(before).forEach(cell -> requireNonNull(cells.get(cell)).apply(before, null));
        }
        if (after != null) {
            CellKey.of(after)
                    .forEach(cell -> cells.computeIfAbsent(cell, Cell::new).apply(null, after));
            told.put(key, after);
        }
    }
}
