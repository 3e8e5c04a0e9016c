package com.socialflow.video.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.VideoId;
import com.socialflow.testkit.Person;
import com.socialflow.video.VideoServiceTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VideoStreamTest extends VideoServiceTest {

    @Autowired
    private Sources sources;

    @Autowired
    private Processing processing;

    private VideoId video = new VideoId(0);

    @BeforeEach
    void aDraft() {
        video = draft(alice);
    }

    @Test
    void tellsEveryStateUntilTheLast() throws IOException {
        try (var stream = open(alice)) {
            assertThat(stream.next().orElseThrow().state()).isEqualTo("awaiting-upload");
            process();
            assertThat(stream.next().orElseThrow().state()).isEqualTo("processing");
            processing.progressed(video, 1, 0.5);
            var half = stream.next().orElseThrow();
            assertThat(half.data().path("progress").asDouble()).isEqualTo(0.5);
            assertThat(half.data())
                    .isEqualTo(http.get("/api/v1/videos/" + video, alice).json());
            fail();
            assertThat(stream.next().orElseThrow().state()).isEqualTo("failed");
            assertThat(stream.next())
                    .as("the stream ends after a terminal state")
                    .isEmpty();
        }
    }

    @Test
    void aClientThatComesBackGetsOnlyWhatItMissed() throws IOException {
        process();
        String seen;
        try (var stream = open(alice)) {
            seen = stream.next().orElseThrow().id();
        }
        try (var stream = open(alice, "Last-Event-ID", seen)) {
            fail();
            assertThat(stream.next().orElseThrow().state()).isEqualTo("failed");
        }
        try (var stream = open(alice, "Last-Event-ID", seen)) {
            assertThat(stream.next().orElseThrow().state()).isEqualTo("failed");
            assertThat(stream.next()).isEmpty();
        }
        var last = Long.toString(Long.parseLong(seen) + 1);
        assertThat(http.get(path(), alice, "Last-Event-ID", last).status())
                .as("tells a browser not to come back")
                .isEqualTo(204);
    }

    @Test
    void endsWhenTheVideoIsDeletedOrHidden() throws IOException {
        try (var alices = open(alice);
                var bobs = open(bob)) {
            alices.next();
            bobs.next();
            http.patch("/api/v1/videos/" + video, alice, "{\"visibility\":\"private\"}");
            assertThat(bobs.next()).isEmpty();
            assertThat(alices.next().orElseThrow().data().path("visibility").stringValue())
                    .isEqualTo("private");
            http.delete("/api/v1/videos/" + video, alice);
            assertThat(alices.next()).isEmpty();
        }
        assertThat(http.get(path(), alice).status()).isEqualTo(404);
    }

    @Test
    void nobodyFollowsWhatTheyMayNotSee() {
        http.patch("/api/v1/videos/" + video, alice, "{\"visibility\":\"private\"}");

        assertThat(http.get(path(), bob).status()).isEqualTo(404);
        assertThat(http.get(path(), null).status()).isEqualTo(404);
    }

    @Test
    void onePersonHasABoundedNumberOfStreams() throws IOException {
        var streams = new ArrayList<Stream>();
        try {
            for (int i = 0; i < VideoWatches.OF_READER_MAX; i++) {
                var stream = open(bob);
                stream.next();
                streams.add(stream);
            }
            var refused = http.get(path(), bob);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("too-many-streams");
            assertThat(refused.header("Retry-After")).isPresent();
            try (var another = open(alice)) {
                assertThat(another.next()).isPresent();
            }
        } finally {
            for (var stream : streams) {
                stream.close();
            }
            http.delete("/api/v1/videos/" + video, alice);
        }
    }

    private void process() {
        sources.accept(video, Sources.key(video, "source"), 1);
    }

    private void fail() {
        processing.failed(video, 1, new Failure("not-a-video", "No."));
    }

    private String path() {
        return "/api/v1/videos/" + video + "/events";
    }

    private Stream open(@Nullable Person who, String... headers) {
        var response = http.open(path(), who, headers);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        return new Stream(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    private record Event(String id, JsonNode data) {

        String state() {
            return data.path("state").stringValue();
        }
    }

    private record Stream(BufferedReader in) implements AutoCloseable {

        /** The next event; empty at the end. */
        Optional<Event> next() {
            try {
                List<String> lines = new ArrayList<>();
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (!line.isEmpty()) {
                        lines.add(line);
                    } else if (lines.contains("event: video")) {
                        return Optional.of(
                                new Event(field(lines, "id: "), new JsonMapper().readTree(field(lines, "data: "))));
                    } else {
                        lines.clear();
                    }
                }
                return Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String field(List<String> lines, String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .findFirst()
                    .orElseThrow()
                    .substring(name.length());
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
