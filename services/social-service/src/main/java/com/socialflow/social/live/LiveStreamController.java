package com.socialflow.social.live;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A person's news as Server-Sent Events. Each stream keeps its request's virtual thread. */
@RestController
class LiveStreamController {

    private static final int RETRY_SECONDS = 5;
    private static final long NEVER_GIVEN = Long.MAX_VALUE;
    private static final String RETRY = "retry: 2000\n\n";
    private static final String HEARTBEAT_COMMENT = ": still here\n\n";

    private final LiveStreams streams;
    private final LivePump pump;

    LiveStreamController(LiveStreams streams, Clock clock) {
        this.streams = streams;
        this.pump = new LivePump(clock);
    }

    /** Goes on after the last event that the client had, and tells everything that happens to the person. */
    @Permit(value = "stream.open", scope = "notifications:read")
    @GetMapping("/api/v1/stream")
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Actor actor,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        try (var stream = streams.open(actor, after(lastEventId)).orElseThrow(LiveStreamController::tooMany)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            // Asks nginx not to collect what should arrive at once.
            response.setHeader("X-Accel-Buffering", "no");
            var client = new Events(response.getOutputStream());
            client.write(RETRY);
            pump.run(stream, client);
        }
    }

    static Problem tooMany() {
        return Problem.tooMany(
                "too-many-streams", RETRY_SECONDS, "at most %d streams at once", OpenStreams.OF_PERSON_MAX);
    }

    /** What is no id of these streams is answered with a reset. */
    static OptionalLong after(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return OptionalLong.empty();
        }
        try {
            var id = Long.parseLong(lastEventId.strip());
            return OptionalLong.of(id < 0 ? NEVER_GIVEN : id);
        } catch (NumberFormatException e) {
            return OptionalLong.of(NEVER_GIVEN);
        }
    }

    /** The HTML standard, section 9.2. */
    private record Events(OutputStream out) implements LivePump.Client {

        @Override
        public void send(LiveMessage message) throws IOException {
            write("event: " + message.name() + "\nid: " + message.id() + "\ndata: " + message.data() + "\n\n");
        }

        @Override
        public void heartbeat() throws IOException {
            write(HEARTBEAT_COMMENT);
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
