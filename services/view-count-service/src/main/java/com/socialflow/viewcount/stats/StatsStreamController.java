package com.socialflow.viewcount.stats;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.viewcount.stats.StatsWatch.News;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A video's numbers as Server-Sent Events. Each stream keeps its request's virtual thread. */
@RestController
class StatsStreamController {

    /** Shorter than what proxies let a silent connection live. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Afterwards the client comes back with a fresh token and its last id. */
    private static final Duration STREAM_MAX = Duration.ofMinutes(30);

    private static final int RETRY_SECONDS = 5;
    private static final String RETRY = "retry: 2000\n\n";
    private static final String HEARTBEAT_COMMENT = ": still here\n\n";

    private final Audience audience;
    private final Numbers numbers;
    private final StatsWatches watches;
    private final JsonMapper json;
    private final Clock clock;

    StatsStreamController(Audience audience, Numbers numbers, StatsWatches watches, JsonMapper json, Clock clock) {
        this.audience = audience;
        this.numbers = numbers;
        this.watches = watches;
        this.json = json;
        this.clock = clock;
    }

    /** Sends the present numbers unless the client has them, then others as they change, at most once a second. */
    @Permit(value = "stats.read", scope = "videos:read")
    @GetMapping("/api/v1/videos/{id}/stats/events")
    void events(
            @PathVariable VideoId id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Optional<Actor> actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        var reasons = audience.seesReasons(id, actor).orElseThrow(() -> Problem.notFound("video"));
        Object reader = actor.isPresent() ? actor.get().account() : request.getRemoteAddr();
        var stats = numbers.of(id);
        try (var watch = watches.open(id, reader, stats.version())
                .orElseThrow(() -> Problem.tooMany(
                        "too-many-streams", RETRY_SECONDS, "at most %d streams at once", StatsWatches.OF_READER_MAX))) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            // Asks nginx not to collect what should arrive at once.
            response.setHeader("X-Accel-Buffering", "no");
            var out = response.getOutputStream();
            send(out, RETRY);
            if (lastEventId == null || !lastEventId.strip().equals(stats.version())) {
                send(out, stats, reasons);
            }
            follow(watch, actor, out);
        }
    }

    private void follow(StatsWatch watch, Optional<Actor> viewer, OutputStream out)
            throws IOException, InterruptedException {
        Instant end = clock.instant().plus(STREAM_MAX);
        while (clock.instant().isBefore(end)) {
            switch (watch.await(HEARTBEAT)) {
                case News.Nothing() -> send(out, HEARTBEAT_COMMENT);
                case News.Over() -> {
                    return;
                }
                case News.Changed(var stats) -> {
                    var reasons = audience.seesReasons(watch.video(), viewer);
                    if (reasons.isEmpty()) {
                        return;
                    }
                    send(out, stats, reasons.get());
                }
            }
        }
    }

    private void send(OutputStream out, Stats stats, boolean reasons) throws IOException {
        var data = json.writeValueAsString(StatsView.of(stats, reasons));
        send(out, "event: stats\nid: " + stats.version() + "\ndata: " + data + "\n\n");
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
