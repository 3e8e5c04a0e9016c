package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A tus client that never gives up: whatever breaks, it asks for the offset and goes on, and checks that nothing that
 * was acknowledged is gone.
 */
final class ResumingUpload {

    private static final int PART_MAX = 96 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PAUSE_MILLIS = 250;

    /** Between two parts, so that the upload takes some seconds in which something can happen. */
    private static final int BREATH_MAX_MILLIS = 500;

    private final Person person;
    private final byte[] bytes;
    private final RandomGenerator random;
    private final long deadline = System.nanoTime() + PATIENCE.toNanos();
    private long acknowledged;

    ResumingUpload(Person person, byte[] bytes, RandomGenerator random) {
        this.person = person;
        this.bytes = bytes;
        this.random = random;
    }

    /** Sends everything in parts of random size; returns when the last byte is acknowledged. */
    void send(String video) {
        var location = persist(() -> person.send(person.request("/api/v1/uploads")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", Integer.toString(bytes.length))
                        .header(
                                "Upload-Metadata",
                                "video " + Base64.getEncoder().encodeToString(video.getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.noBody())))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        while (acknowledged < bytes.length) {
            var end = (int) Math.min(bytes.length, acknowledged + random.nextInt(1, PART_MAX));
            var part = Arrays.copyOfRange(bytes, (int) acknowledged, end);
            try {
                var answer = person.body(
                        "PATCH",
                        location,
                        "application/offset+octet-stream",
                        BodyPublishers.ofByteArray(part),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Offset",
                        Long.toString(acknowledged));
                if (answer.statusCode() == 204) {
                    acknowledged = offset(answer);
                    pause(random.nextInt(BREATH_MAX_MILLIS));
                    continue;
                }
                assertThat(answer.statusCode()).as(answer.body()).isIn(409, 423, 429, 502, 503);
            } catch (UncheckedIOException e) {
                // Broken: the server knows how far it got.
            }
            catchUp(location);
        }
    }

    private void catchUp(String location) {
        var head = persist(() -> person.send(
                person.request(location).header("Tus-Resumable", "1.0.0").method("HEAD", BodyPublishers.noBody())));
        assertThat(offset(head)).as("an acknowledged offset").isGreaterThanOrEqualTo(acknowledged);
        acknowledged = offset(head);
    }

    /** Repeats a request that does no harm twice until it is answered. */
    HttpResponse<String> persist(Supplier<HttpResponse<String>> request) {
        while (true) {
            try {
                var answer = request.get();
                if (answer.statusCode() < 400) {
                    return answer;
                }
                assertThat(answer.statusCode()).as(answer.body()).isIn(409, 423, 429, 502, 503);
            } catch (UncheckedIOException e) {
                // Not there at the moment.
            }
            assertThat(System.nanoTime()).as("the upload ends in time").isLessThan(deadline);
            pause(PAUSE_MILLIS);
        }
    }

    private static long offset(HttpResponse<String> answer) {
        return Long.parseLong(answer.headers().firstValue("Upload-Offset").orElseThrow());
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
