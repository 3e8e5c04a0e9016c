package com.socialflow.video.catalogue;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.video.catalogue.VideoWatch.News;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A video's states as Server-Sent Events. Each stream keeps its request's virtual thread. */
@RestController
class VideoStreamController {

    /** Shorter than what proxies let a silent connection live. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Afterwards the client comes back with a fresh token and its last id. */
    private static final Duration STREAM_MAX = Duration.ofMinutes(30);

    private static final int RETRY_SECONDS = 5;
    private static final String RETRY = "retry: 2000\n\n";
    private static final String HEARTBEAT_COMMENT = ": still here\n\n";

    private final Videos videos;
    private final VideoViews views;
    private final VideoWatches watches;
    private final JsonMapper json;
    private final Clock clock;

    VideoStreamController(Videos videos, VideoViews views, VideoWatches watches, JsonMapper json, Clock clock) {
        this.videos = videos;
        this.views = views;
        this.watches = watches;
        this.json = json;
        this.clock = clock;
    }

    /** Sends the present state unless the client has it, then every newer one until none can follow. */
    @Permit(value = "video.watch", scope = "videos:read")
    @GetMapping("/api/v1/videos/{id}/events")
    void events(
            @PathVariable VideoId id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Optional<Actor> actor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        var video = videos.find(id, actor).orElseThrow(() -> Problem.notFound("video"));
        var had = version(lastEventId);
        if (video.state().terminal() && had >= video.version()) {
            // To a browser's EventSource this means: don't come back.
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return;
        }
        Object reader = actor.isPresent() ? actor.get().account() : request.getRemoteAddr();
        try (var watch = watches.open(id, reader, video.version())
                .orElseThrow(() -> Problem.tooMany(
                        "too-many-streams", RETRY_SECONDS, "at most %d streams at once", VideoWatches.OF_READER_MAX))) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("Cache-Control", "no-store");
            // Asks nginx not to collect what should arrive at once.
            response.setHeader("X-Accel-Buffering", "no");
            var out = response.getOutputStream();
            send(out, RETRY);
            if (had < video.version()) {
                send(out, video);
            }
            if (!video.state().terminal()) {
                follow(watch, actor, out);
            }
        }
    }

    private void follow(VideoWatch watch, Optional<Actor> viewer, OutputStream out)
            throws IOException, InterruptedException {
        Instant end = clock.instant().plus(STREAM_MAX);
        while (clock.instant().isBefore(end)) {
            switch (watch.await(HEARTBEAT)) {
                case News.Nothing() -> send(out, HEARTBEAT_COMMENT);
                case News.Over() -> {
                    return;
                }
                case News.Changed(var video) -> {
                    if (!videos.visible(video, viewer)) {
                        return;
                    }
                    send(out, video);
                    if (video.state().terminal()) {
                        return;
                    }
                }
            }
        }
    }

    private void send(OutputStream out, Video video) throws IOException {
        var data = json.writeValueAsString(views.of(video));
        send(out, "event: video\nid: " + video.version() + "\ndata: " + data + "\n\n");
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** An id that these streams never sent counts as none. */
    private static long version(@Nullable String lastEventId) {
        try {
            return lastEventId == null ? 0 : Long.parseLong(lastEventId.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
