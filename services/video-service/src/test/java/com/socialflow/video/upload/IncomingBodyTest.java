package com.socialflow.video.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IncomingBodyTest {

    private static final long SLOWEST = 10;

    private long now;

    @Test
    void endsWhereWasAnnounced() throws IOException {
        var body = body(new byte[10], 6);

        assertThat(body.readAllBytes()).hasSize(6);
        assertThat(body.more()).isTrue();
        assertThat(body(new byte[6], 6).readAllBytes()).hasSize(6);
    }

    @Test
    void nothingMoreIsNoMore() throws IOException {
        var body = body(new byte[6], 6);
        body.readAllBytes();

        assertThat(body.more()).isFalse();
    }

    @Test
    void giveUpOnAClientThatSendsTooSlowly() throws IOException {
        var body = body(new byte[1_000], 1_000);
        for (int second = 0; second < IncomingBody.WINDOW.toSeconds() - 1; second++) {
            now += Duration.ofSeconds(1).toNanos();
            assertThat(body.read(new byte[9])).isEqualTo(9);
        }
        assertThat(body.slow()).isFalse();
        now += Duration.ofSeconds(1).toNanos();

        assertThatIOException().isThrownBy(() -> body.read(new byte[9]));
        assertThat(body.slow()).isTrue();
    }

    @Test
    void bearsWithAClientThatIsJustFastEnough() throws IOException {
        var body = body(new byte[1_000], 1_000);
        for (int second = 0; second < 90; second++) {
            now += Duration.ofSeconds(1).toNanos();
            assertThat(body.read(new byte[10])).isEqualTo(10);
        }
        assertThat(body.slow()).isFalse();
    }

    private IncomingBody body(byte[] bytes, long room) {
        return new IncomingBody(new ByteArrayInputStream(bytes), () -> false, room, SLOWEST, () -> now);
    }
}
