package com.socialflow.analytics.cells;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.proto.analytics.v1.Contribution;
import com.socialflow.views.AgentKind;
import com.socialflow.views.Client;
import com.socialflow.views.Device;
import com.socialflow.views.Impressions;
import com.socialflow.views.Session;
import com.socialflow.views.Shown;
import com.socialflow.views.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One impression, told in pieces. */
class SightingTest {

    private static final long NOON = 1_795_176_000_000L;
    private static final Client PHONE = new Client(AgentKind.BROWSER, 1, Device.PHONE, "NO", false);

    private static Contribution told(long at, Source source, boolean clicked) {
        var shown = new Shown(new VideoId(7), 1, at, source, clicked, false);
        var impressions = new Impressions(Session.of("page-one"), NOON + 60_000, PHONE, List.of(shown));
        return Sighting.of(impressions, shown).orElseThrow();
    }

    @Test
    void inWhateverOrderItIsToldAndHoweverOftenItIsTheSame() {
        var tellings = new ArrayList<>(List.of(
                told(NOON + 5, Source.HOME, false),
                told(NOON, Source.HOME, false),
                told(NOON + 9, Source.HOME, true),
                told(NOON, Source.SEARCH, false),
                told(NOON + 5, Source.HOME, false)));
        var expected = tellings.stream().reduce(Sighting::merge).orElseThrow();

        assertThat(expected.getTime()).isEqualTo(NOON);
        assertThat(expected.getClicked()).isTrue();
        var random = new Random(1);
        for (var turn = 0; turn < 50; turn++) {
            Collections.shuffle(tellings, random);
            var merged = tellings.stream().reduce(Sighting::merge).orElseThrow();
            assertThat(merged).isEqualTo(expected);
            assertThat(Sighting.merge(merged, expected)).isEqualTo(expected);
        }
    }

    @Test
    void aCellCountsItAsAnImpressionAndNoView() {
        var key = CellKey.at(7, Granularity.HOUR, Dimension.SOURCE, NOON, "home");
        var cell = new Cell(key);
        var seen = told(NOON, Source.HOME, false);
        cell.apply(null, seen);
        cell.apply(seen, Sighting.merge(seen, told(NOON + 5, Source.HOME, true)));
        cell.apply(null, told(NOON + 900, Source.HOME, false));

        var row = Cell.of(key, cell.state()).row();

        assertThat(row.getImpressions()).isEqualTo(2);
        assertThat(row.getClicks()).isEqualTo(1);
        assertThat(row.getViews()).isZero();
        assertThat(row.getRawViews()).isZero();
        assertThat(row).isEqualTo(cell.row());
    }
}
