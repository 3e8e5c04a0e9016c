package com.socialflow.viewcount.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.viewcount.ViewCountServiceTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

@Timeout(30)
class LedgerTest extends ViewCountServiceTest {

    /** Far from those that the service itself closes meanwhile. */
    private static final long HOUR = 1_000_000;

    private static final Tally SOME = new Tally(3, 5, 60_000, Map.of("short", 1L, "burst", 1L));

    @Autowired
    private Ledger ledger;

    private VideoId video;

    @BeforeEach
    void meetAVideo() {
        video = new VideoId(ids.next());
    }

    @Test
    void addsUpHours() {
        write(HOUR, SOME);
        write(HOUR + 2, SOME);

        var total = requireNonNull(ledger.totals(List.of(video)).get(video));
        assertThat(total.tally()).isEqualTo(SOME.plus(SOME));
        assertThat(total.through()).isEqualTo(HOUR + 3);
        assertThat(total.uniqueViewers()).isEqualTo(2);
        assertThat(ledger.hours(video, HOUR, HOUR + 3)).isEqualTo(Map.of(HOUR, SOME, HOUR + 2, SOME));
        assertThat(ledger.sketches(List.of(video)).get(video)).containsExactly(7, 7);
    }

    @Test
    void addsAnHourOnceHoweverOftenItIsWritten() {
        write(HOUR, SOME);
        write(HOUR, SOME);

        assertThat(requireNonNull(ledger.totals(List.of(video)).get(video)).tally())
                .isEqualTo(SOME);
    }

    @Test
    void knowsNothingOfVideosThatNobodySaw() {
        assertThat(ledger.totals(List.of(video))).isEmpty();
        assertThat(ledger.sketches(List.of(video))).isEmpty();
        assertThat(ledger.hours(video, HOUR, HOUR + 9)).isEmpty();
    }

    @Test
    void neverOpensAnHourThatIsClosed() {
        ledger.close(1);
        var closed = ledger.closedUntil();

        ledger.close(0);

        assertThat(ledger.closedUntil()).isEqualTo(closed);
    }

    private void write(long hour, Tally tally) {
        ledger.write(hour, List.of(new Closed(video, tally, new byte[] {7, 7})), List.of(2L));
    }
}
