package com.socialflow.viewcount.stats;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
class StatsController {

    private final Audience audience;
    private final Numbers numbers;

    StatsController(Audience audience, Numbers numbers) {
        this.audience = audience;
        this.numbers = numbers;
    }

    /** Answers 304 to whoever has these numbers; those who may not see the video learn nothing. */
    @Permit(value = "stats.read", scope = "videos:read")
    @GetMapping("/api/v1/videos/{id}/stats")
    @Nullable
    ResponseEntity<StatsView> get(@PathVariable VideoId id, Optional<Actor> actor, WebRequest request) {
        var reasons = audience.seesReasons(id, actor).orElseThrow(() -> Problem.notFound("video"));
        var stats = numbers.of(id);
        var etag = "\"" + stats.version() + (reasons ? "r" : "") + "\"";
        if (request.checkNotModified(etag)) {
            return null;
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .eTag(etag)
                .body(StatsView.of(stats, reasons));
    }
}
