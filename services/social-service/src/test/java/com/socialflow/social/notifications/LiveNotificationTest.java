package com.socialflow.social.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LiveNotificationTest extends NotificationTest {

    @Test
    void tellsWhoeverLooks() throws IOException {
        var post = post(alice, "look");
        var stream = http.open("/api/v1/stream", alice);
        try (var lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(next(lines, "event: ")).isEqualTo("ready");

            happen(liked(bob, post, alice));

            assertThat(next(lines, "event: ")).isEqualTo("notification");
            assertThat(next(lines, "data: "))
                    .contains("\"kind\":\"like\"", bob.account().toString(), "look");
            assertThat(next(lines, "event: ")).isEqualTo("unread");
            assertThat(next(lines, "data: ")).isEqualTo("{\"notifications\":1}");
        }
    }

    private static String next(BufferedReader lines, String beginning) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        throw new IllegalStateException("the stream has ended");
    }
}
