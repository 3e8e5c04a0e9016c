package com.socialflow.app.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Bodies that stop coming: nobody waits for them for good, and what failed is the client's part. */
@Tag("engines")
@Execution(ExecutionMode.CONCURRENT)
class SlowBodyTest {

    private static final Duration GIVEN_UP = Duration.ofSeconds(60);

    private final Person alice = SharedProgram.somebody();

    @Test
    void areAnsweredOrHungUpOnAndNeverAFailureOfOurs() throws Exception {
        var json =
                stalled("POST /api/v1/videos", "Content-Type: application/json\r\nContent-Length: 100", "{\"title\"");
        var chunked = stalled(
                "POST /api/v1/videos", "Content-Type: application/json\r\nTransfer-Encoding: chunked", "5\r\n{\"tit");
        var file = stalled(
                "PUT /api/v1/videos/" + alice.video("Slow") + "/file",
                "Content-Type: application/octet-stream\r\nContent-Length: 100000",
                "some bytes");
        var head = stalled("GET /api/v1/videos", "X-Half", "");

        for (var answer : new FutureTask<?>[] {json, chunked, file, head}) {
            assertThat(String.valueOf(answer.get()))
                    .satisfiesAnyOf(
                            hungUp -> assertThat(hungUp).isEmpty(),
                            refused -> assertThat(refused)
                                    .startsWith("HTTP/1.1 4")
                                    .contains("application/problem+json")
                                    .contains("\"requestId\":\""));
        }
        assertThat(alice.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    /** Sends a head and the beginning of a body, then nothing; gives what comes back until the server hangs up. */
    private FutureTask<String> stalled(String line, String headers, String beginning) {
        var answer = new FutureTask<>(() -> {
            var server = SharedProgram.get().address();
            try (var socket = new Socket(server.getHost(), server.getPort())) {
                socket.setSoTimeout((int) GIVEN_UP.toMillis());
                var head = line + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + alice.token() + "\r\n"
                        + headers;
                var sent = beginning.isEmpty() ? head : head + "\r\n\r\n" + beginning;
                socket.getOutputStream().write(sent.getBytes(ISO_8859_1));
                return read(socket);
            }
        });
        Thread.ofVirtual().start(answer);
        return answer;
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
}
