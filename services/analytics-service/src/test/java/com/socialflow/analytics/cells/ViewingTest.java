package com.socialflow.analytics.cells;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.views.AgentKind;
import com.socialflow.views.Beacon;
import com.socialflow.views.Client;
import com.socialflow.views.Content;
import com.socialflow.views.Device;
import com.socialflow.views.Event;
import com.socialflow.views.Moment;
import com.socialflow.views.Part;
import com.socialflow.views.Presence;
import com.socialflow.views.Quality;
import com.socialflow.views.RuleSettings;
import com.socialflow.views.Session;
import com.socialflow.views.Source;
import com.socialflow.views.ViewRule;
import com.socialflow.views.Viewer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewingTest {

    private static final ViewRule RULE = new ViewRule(RuleSettings.PUBLIC);
    private static final long BEGIN = 1_795_176_000_000L;
    private static final long DAY = 86_400_000;
    private static final long HOUR = 3_600_000;

    @Test
    void neitherOrderNorRepetitionMatters() {
        var beacons = new ArrayList<>(List.of(part(0, 0, 5_000), part(1, 5_000, 10_200), part(2, 10_200, 15_000)));
        var straight = viewing(beacons).contribution().orElseThrow();
        for (var seed = 0; seed < 20; seed++) {
            var again = new ArrayList<>(beacons);
            again.addAll(beacons);
            Collections.shuffle(again, new Random(seed));

            assertThat(viewing(again).contribution()).contains(straight);
        }
        assertThat(straight.getValid()).isTrue();
        assertThat(straight.getWatchMillis()).isEqualTo(15_000);
        assertThat(straight.getPlayed()).isEqualTo(1_500);
    }

    @Test
    void eachHundredthIsPlayedWhenItsMiddleIs() {
        // Of 100 s: one second each.
        var view = viewing(List.of(part(0, 0, 5_400), part(1, 5_400, 10_600)))
                .contribution()
                .orElseThrow();

        assertThat(view.getPlaysList().subList(0, 11)).containsOnly(1);
        assertThat(view.getPlaysList().subList(11, 100)).containsOnly(0);
        assertThat(view.getStarts(0)).isEqualTo(1);
        assertThat(view.getStartsList().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(1);
    }

    /** Players here tell as a clock strikes ten seconds, so that nobody is between two windows. */
    @Test
    void thePeakIsTheMostThatAreLiveAtTheEndOfAWindow() {
        var random = new Random(5);
        var heard = new ArrayList<TreeSet<Long>>();
        var cell = new Cell(CellKey.at(7, Granularity.HOUR, Dimension.ALL, BEGIN, ""));
        for (var somebody = 0; somebody < 200; somebody++) {
            var start = 10_000L * random.nextInt(60);
            var viewing = Viewing.begin(RULE);
            heard.add(new TreeSet<>());
            for (var part = 0; part < 1 + random.nextInt(9); part++) {
                var at = start + 10_000 * (part + 1L);
                heard.getLast().add(BEGIN + at);
                var moment = new Moment(BEGIN + at, BEGIN + at, 10_000 * (part + 1L));
                viewing = viewing.with(beacon(part, new long[] {10_000L * part, 10_000 * (part + 1L)}, moment, null));
            }
            cell.apply(null, viewing.contribution().orElseThrow());
        }

        var live = LongStream.range(1, 40)
                .map(window -> BEGIN + window * Presence.WINDOW.toMillis())
                .map(end -> heard.stream()
                        .filter(times -> !times.subSet(end - Presence.WINDOW.toMillis() + 1, end + 1)
                                .isEmpty())
                        .count())
                .max()
                .orElseThrow();
        assertThat(cell.row().getLivePeak()).isEqualTo(live).isBetween(10L, 150L);
    }

    @Test
    void goesOnFromItsBytes() throws Exception {
        var viewing = viewing(List.of(part(0, 0, 5_000), part(1, 5_000, 10_000)));

        var again = Viewing.of(RULE, viewing.toBytes());

        assertThat(again.contribution()).isEqualTo(viewing.contribution());
        assertThat(again.with(part(1, 5_000, 10_000))).isSameAs(again);
    }

    @Test
    void whoLeavesBeforeThePlayingBeginsIsNoViewButIsCounted() {
        var quality = new Quality(Quality.NO_START, 0, 0, 0, 0, List.of("timeout"), true, 0);

        var left = viewing(List.of(beacon(0, new long[0], moment(0, 0), quality)))
                .contribution()
                .orElseThrow();

        var cell = new Cell(CellKey.at(7, Granularity.HOUR, Dimension.ALL, left.getTime(), ""));
        cell.apply(null, left);
        assertThat(cell.row().getRawViews()).isZero();
        assertThat(cell.row().getExitsBeforeStart()).isEqualTo(1);
        assertThat(cell.row().getFailures()).isEqualTo(1);
    }

    @Test
    void aPlayerWithoutAClockDoesNotGoOnForEver() {
        var first = beacon(0, new long[] {0, 11_000}, new Moment(BEGIN, BEGIN, Moment.NO_CLOCK), null);
        var later = BEGIN + DAY + HOUR + 1;
        var viewing = viewing(List.of(first));

        assertThat(viewing.with(beacon(1, new long[] {0, 11_000}, new Moment(later, later, Moment.NO_CLOCK), null)))
                .isSameAs(viewing);
    }

    @Test
    void whatIsKeptForOverADayIsLate() {
        assertThat(Viewing.late(beacon(0, new long[0], moment(0, DAY), null))).isFalse();
        assertThat(Viewing.late(beacon(0, new long[0], moment(0, DAY + 1), null)))
                .isTrue();
    }

    private static Viewing viewing(List<Beacon> beacons) {
        var viewing = Viewing.begin(RULE);
        for (var beacon : beacons) {
            viewing = viewing.with(beacon);
        }
        return viewing;
    }

    private static Beacon part(int sequence, long from, long to) {
        return beacon(sequence, new long[] {from, to}, moment(to, 500), null);
    }

    private static Moment moment(long elapsed, long kept) {
        return new Moment(BEGIN + elapsed + kept, BEGIN + elapsed, elapsed);
    }

    private static Beacon beacon(int sequence, long[] intervals, Moment moment, @Nullable Quality quality) {
        return new Beacon(
                new VideoId(7),
                Session.of("somebody"),
                sequence,
                moment,
                new Part(intervals, 0, 1, 0, Event.PROGRESS),
                Source.SEARCH,
                new Viewer(0, 8, 9, false, false),
                new Client(AgentKind.BROWSER, 10, Device.PHONE, "NO", false),
                new Content(5, 100_000, false),
                quality);
    }
}
