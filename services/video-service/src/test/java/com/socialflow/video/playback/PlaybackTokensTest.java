package com.socialflow.video.playback;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.testkit.TestClock;
import java.time.Duration;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PlaybackTokensTest {

    private static final VideoId VIDEO = new VideoId(0x0102030405060708L);
    private static final Duration LIFETIME = Duration.ofHours(6);

    private final TestClock clock = TestClock.atNoon();
    private final PlaybackTokens tokens = tokens("key");

    private PlaybackTokens tokens(String key) {
        return new PlaybackTokens(new SecretKeySpec(key.getBytes(), "HmacSHA256"), LIFETIME, clock);
    }

    @Test
    void readsWhatItWrote() {
        var token = tokens.make(VIDEO, 7);

        var read = tokens.read(token).orElseThrow();

        assertThat(token).hasSize(PlaybackTokens.LENGTH).matches("[A-Za-z0-9_-]+");
        assertThat(read.video()).isEqualTo(VIDEO);
        assertThat(read.epoch()).isEqualTo(7);
        assertThat(Duration.between(clock.instant(), read.expiresAt()))
                .isBetween(LIFETIME, LIFETIME.plus(PlaybackTokens.SAME_FOR));
    }

    @Test
    void staysTheSameForAWhileAndEndsInTime() {
        var token = tokens.make(VIDEO, 0);
        clock.advance(PlaybackTokens.SAME_FOR.dividedBy(2));
        assertThat(tokens.make(VIDEO, 0)).isEqualTo(token);

        clock.advance(PlaybackTokens.SAME_FOR);
        assertThat(tokens.make(VIDEO, 0)).isNotEqualTo(token);

        clock.advance(LIFETIME);
        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void aTokenChangedAtAnyCharacterIsNone() {
        var token = tokens.make(VIDEO, 0);

        for (var place = 0; place < token.length(); place++) {
            for (var other : new char[] {'A', 'B', '_', '!', '=', ' ', 'é'}) {
                var changed = new StringBuilder(token);
                changed.setCharAt(place, other);
                if (!changed.toString().equals(token)) {
                    assertThat(tokens.read(changed.toString()))
                            .as("%s at %d", other, place)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void anotherKeyOrLengthIsNone() {
        var token = tokens.make(VIDEO, 0);

        assertThat(tokens("another key").read(token)).isEmpty();
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read(token.substring(1))).isEmpty();
        assertThat(tokens.read(token + "A")).isEmpty();
        assertThat(tokens.read("A".repeat(PlaybackTokens.LENGTH))).isEmpty();
    }
}
