package com.socialflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    private final Ids ids =
            new Ids(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC), new SplittableRandom(7));

    @Test
    void risesEvenWhenTheClockStandsStill() {
        var seen = new HashSet<Long>();
        var last = Long.MIN_VALUE;
        for (var i = 0; i < 20_000; i++) {
            var id = ids.next();
            assertThat(id).isGreaterThan(last);
            assertThat(seen.add(id)).isTrue();
            last = id;
        }
    }

    @Test
    void writesThirteenCharactersThatReadBackInEitherCase() {
        var id = new VideoId(ids.next());

        assertThat(id.toString()).hasSize(13);
        assertThat(VideoId.parse(id.toString())).isEqualTo(id);
        assertThat(VideoId.parse(id.toString().toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "../../etc/passwd",
                "UUUUUUUUUUUUU",
                "0123456789ABCD",
                "ZZZZZZZZZZZZZ",
                "0\u00000000000000"
            })
    void refusesWhatIsNoId(String text) {
        assertThatThrownBy(() -> VideoId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
