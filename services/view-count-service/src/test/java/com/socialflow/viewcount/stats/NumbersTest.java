package com.socialflow.viewcount.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.viewcount.counts.AwayCounts;
import com.socialflow.viewcount.counts.Hours;
import com.socialflow.viewcount.ledger.Closed;
import com.socialflow.viewcount.ledger.LedgerOfItsOwn;
import com.socialflow.viewcount.ledger.Tally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engines")
class NumbersTest {

    private static final long HOUR = 1_000_000;
    private static final Tally SOME = new Tally(3, 5, 60_000, Map.of("short", 2L));

    @Test
    void whileRedisIsAwayThoseOfClosedHoursAreShownAndSaidToBeStale() {
        var watched = new VideoId(1);
        var never = new VideoId(2);
        try (var ledgers = new LedgerOfItsOwn();
                var redis = new AwayCounts()) {
            var ledger = ledgers.ledger();
            ledger.write(HOUR, List.of(new Closed(watched, SOME, new byte[] {7})), List.of(2L));

            var found = new Numbers(redis.open(), ledger).of(List.of(watched, never));

            assertThat(found)
                    .isEqualTo(Map.of(
                            watched, new Stats(SOME, 2, 0, Hours.begin(HOUR + 1), true),
                            never, new Stats(Tally.NONE, 0, 0, null, true)));
        }
    }
}
