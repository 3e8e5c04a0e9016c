package com.socialflow.analytics.cells;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.views.Presence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CellTest {

    private static final long NOON = 1_795_780_800_000L;
    private static final CellKey DAY = CellKey.at(7, Granularity.DAY, Dimension.ALL, NOON, "");

    private final Random random = new Random(1);

    @Test
    void whatWasAddedAndTakenBackLeavesNothing() {
        var cell = new Cell(DAY);
        var views = IntStream.range(0, 1_000).mapToObj(_ -> view()).toList();

        views.forEach(view -> cell.apply(null, view));
        views.forEach(view -> cell.apply(view, null));

        assertThat(cell.row()).isEqualTo(new Cell(DAY).row());
    }

    @Test
    void theOrderOfViewsAndTheirChangesDoesNotMatter() {
        var views =
                new ArrayList<>(IntStream.range(0, 1_000).mapToObj(_ -> view()).toList());
        var straight = new Cell(DAY);
        views.forEach(view -> straight.apply(null, view));
        Collections.shuffle(views, random);
        var roundabout = new Cell(DAY);
        for (var view : views) {
            var before = view.toBuilder()
                    .setValid(!view.getValid())
                    .setWatchMillis(1)
                    .build();
            roundabout.apply(null, before);
            roundabout.apply(before, view);
        }

        assertThat(comparable(roundabout)).isEqualTo(comparable(straight));
        assertThat(uniques(roundabout)).isEqualTo(uniques(straight)).isBetween(450L, 550L);
    }

    @Test
    void goesOnFromItsState() {
        var cell = new Cell(DAY);
        for (var i = 0; i < 100; i++) {
            cell.apply(null, view());
        }

        var again = Cell.of(DAY, cell.state());

        assertThat(comparable(again)).isEqualTo(comparable(cell));
        assertThat(again.state()).isEqualTo(cell.state());
    }

    @Test
    void aRejectedViewCountsOnlyAsOneThatWasThere() {
        var cell = new Cell(DAY);

        cell.apply(null, view().toBuilder().setValid(false).build());

        assertThat(cell.row().getRawViews()).isEqualTo(1);
        assertThat(cell.row().getViews()).isZero();
        assertThat(cell.row().getRetention().isEmpty()).isTrue();
        assertThat(cell.row().getUniques().isEmpty()).isTrue();
    }

    @Test
    void thePeakIsThatOfTheBestWindow() {
        var cell = new Cell(DAY);
        var window = Presence.window(NOON);
        for (var i = 0; i < 3; i++) {
            cell.apply(null, present(window, window + 1));
        }
        cell.apply(null, present(window + 1));
        assertThat(cell.row().getLivePeak()).isEqualTo(4);
        assertThat(Cell.of(DAY, cell.state()).row()).isEqualTo(cell.row());

        cell.apply(present(window, window + 1), present(window));

        assertThat(cell.row().getLivePeak()).isEqualTo(3);
    }

    @Test
    void aViewTouchesTheLaterMinutesOfItsWatchingByNoDimension() {
        var watched = present(Presence.window(NOON), Presence.window(NOON) + 4);

        assertThat(CellKey.of(watched))
                .filteredOn(key -> !key.contains(NOON))
                .containsExactly(CellKey.at(7, Granularity.MINUTE, Dimension.ALL, NOON + 120_000, ""));
        assertThat(CellKey.of(watched.toBuilder().setValid(false).build())).allMatch(key -> key.contains(NOON));
    }

    @Test
    void aViewIsOnceInEveryDimensionOfEveryGranularity() {
        var view = view();

        var keys = CellKey.of(view);

        assertThat(keys).hasSize(Granularity.values().length * Dimension.values().length);
        assertThat(keys)
                .allMatch(key -> key.contains(view.getTime())
                        && CellKey.parse(key.text()).equals(key));
    }

    @Test
    void manyVisitorsAreCountedWithinOnePercent() {
        var cell = new Cell(DAY);
        for (var i = 0; i < 200_000; i++) {
            cell.apply(
                    null,
                    Contribution.newBuilder()
                            .setVideo(7)
                            .setTime(NOON)
                            .setValid(true)
                            .setVisitor(i + 1L)
                            .build());
        }

        assertThat(uniques(cell)).isBetween(198_000L, 202_000L);
        assertThat(cell.row().getUniques().size()).isLessThan(17_000);
    }

    private Contribution view() {
        return Contribution.newBuilder()
                .setVideo(7)
                .setTime(NOON + random.nextInt(3_600_000))
                .setSource("search")
                .setCountry("NO")
                .setDevice("mobile")
                .setValid(random.nextInt(10) > 0)
                .setVisitor(1 + random.nextInt(600))
                .setWatchMillis(random.nextInt(100_000))
                .setPlayed(random.nextInt(10_000))
                .addAllPlays(
                        IntStream.range(0, 100).mapToObj(_ -> random.nextInt(3)).toList())
                .addAllStarts(List.of(1))
                .addStartup(random.nextInt(5_000))
                .setStalls(random.nextInt(3))
                .setStalledMillis(random.nextInt(3_000))
                .setFailures(random.nextInt(2))
                .build();
    }

    private static Contribution present(Long... windows) {
        return Contribution.newBuilder()
                .setVideo(7)
                .setTime(NOON)
                .setValid(true)
                .addAllPresent(List.of(windows))
                .build();
    }

    /** The sketch's bytes depend on the order; what it says does not. */
    private static Object comparable(Cell cell) {
        return cell.row().toBuilder().clearUniques().build();
    }

    private static long uniques(Cell cell) {
        var uniques = new Uniques();
        uniques.add(cell.row().getUniques().toByteArray());
        return uniques.estimate();
    }
}
