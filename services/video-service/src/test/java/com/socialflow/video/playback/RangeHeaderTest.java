package com.socialflow.video.playback;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.storage.ByteRange;
import com.socialflow.testkit.Asvs;
import com.socialflow.video.playback.RangeHeader.Parts;
import com.socialflow.video.playback.RangeHeader.Unsatisfiable;
import com.socialflow.video.playback.RangeHeader.Whole;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeHeaderTest {

    private static final long SIZE = 1_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bytes=0-0                  | 0+1
                    bytes=0-499                | 0+500
                    bytes=500-                 | 500+500
                    bytes=-1                   | 999+1
                    bytes=-5000                | 0+1000
                    bytes=990-99999999999999999999999 | 990+10
                    bytes=0-999                | 0+1000
                    BYTES=1-2                  | 1+2
                    bytes= 1-2 , 5-6\t         | 1+2 5+2
                    bytes=5-6,1-2              | 5+2 1+2
                    bytes=0-1,5000-,-2         | 0+2 998+2
                    """)
    void takesWhatIsThere(String header, String expected) {
        var ranges = Arrays.stream(expected.split(" "))
                .map(range -> range.split("\\+"))
                .map(range -> new ByteRange(Long.parseLong(range[0]), Long.parseLong(range[1])))
                .toList();

        assertThat(RangeHeader.parse(header, SIZE)).isEqualTo(new Parts(ranges));
    }

    @Asvs("V1.4.2")
    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=1000-", "bytes=5000-6000", "bytes=-0", "bytes=99999999999999999999-", "bytes=1000-,-0"})
    void saysWhenNothingIsThere(String header) {
        assertThat(RangeHeader.parse(header, SIZE)).isEqualTo(new Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=2-1",
                "bytes=1-2,",
                "bytes=1--2",
                "items=0-1",
                "bytes=0x1-2",
                "bytes=0-1;5-6",
                "bytes=0-999,0-999",
                "bytes=0-,0-",
                "bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8"
            })
    void ignoresWhatIsMalformedOrTooMuch(String header) {
        assertThat(RangeHeader.parse(header, SIZE)).isEqualTo(new Whole());
    }

    @Test
    void nothingOfAnEmptyObjectIsThere() {
        assertThat(RangeHeader.parse("bytes=0-", 0)).isEqualTo(new Unsatisfiable());
        assertThat(RangeHeader.parse("bytes=-1", 0)).isEqualTo(new Unsatisfiable());
        assertThat(RangeHeader.parse(null, 0)).isEqualTo(new Whole());
    }
}
