package com.socialflow.user.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

    /** The secret of RFC 4226, appendix D, and RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "0,755224",
        "1,287082",
        "2,359152",
        "3,969429",
        "4,338314",
        "5,254676",
        "6,287922",
        "7,162583",
        "8,399871",
        "9,520489"
    })
    void areThoseOfRfc4226(long step, String code) {
        assertThat(TimeCodes.code(SECRET, step)).isEqualTo(code);
    }

    /** Appendix B shows eight digits; the last six are ours. */
    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void areThoseOfRfc6238(long second, String code) {
        assertThat(TimeCodes.code(SECRET, TimeCodes.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @Test
    void areGoodForTheStepsAround() {
        var time = Instant.ofEpochSecond(1_234_567_890);
        var now = TimeCodes.step(time);

        for (var step = now - 1; step <= now + 1; step++) {
            assertThat(TimeCodes.stepOf(SECRET, TimeCodes.code(SECRET, step), time))
                    .hasValue(step);
        }
        assertThat(TimeCodes.stepOf(SECRET, TimeCodes.code(SECRET, now - 2), time))
                .isEmpty();
        assertThat(TimeCodes.stepOf(SECRET, TimeCodes.code(SECRET, now + 2), time))
                .isEmpty();
    }

    @Test
    void mayBeTypedWithSpaces() {
        var time = Instant.ofEpochSecond(59);

        assertThat(TimeCodes.stepOf(SECRET, " 287 082 ", time)).hasValue(1);
        for (var other : new String[] {"", "28708", "2870821", "28708x", "٢٨٧٠٨٢", "-287082x"}) {
            assertThat(TimeCodes.stepOf(SECRET, other, time)).as(other).isEmpty();
        }
    }
}
