package com.socialflow.analytics.studio;

import com.socialflow.analytics.studio.Analyses.Question;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Numbers of one video, for its owner. */
@RestController
@RequestMapping("/api/v1/studio/videos/{id}")
class VideoStudioController {

    private final Access access;
    private final Analyses analyses;
    private final Curves curves;
    private final Qualities qualities;
    private final Answers answers;
    private final Clock clock;

    VideoStudioController(
            Access access, Analyses analyses, Curves curves, Qualities qualities, Answers answers, Clock clock) {
        this.access = access;
        this.analyses = analyses;
        this.curves = curves;
        this.qualities = qualities;
        this.answers = answers;
        this.clock = clock;
    }

    /** Series of metrics of the video. */
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = AnalyticsView.class)),
                @Content(mediaType = Answers.CSV, schema = @Schema(type = "string"))
            })
    @Permit(value = "studio.read", scope = "analytics:read")
    @GetMapping("/analytics")
    ResponseEntity<byte[]> analytics(
            @PathVariable VideoId id,
            @RequestParam(required = false) @Nullable String metrics,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String granularity,
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String dimension,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(required = false) @Nullable String accept,
            Actor actor) {
        var span = Span.of(new Span.Wanted(granularity, from, to, zone), clock.instant());
        var video = access.video(id, actor);
        var question = new Question(
                new Scope.One(video.id(), video.owner()),
                span,
                StudioRequest.dimension(dimension),
                StudioRequest.metrics(metrics));
        var view = analyses.of(question);
        return answers.of(
                view,
                () -> AnalyticsTable.of(view, question.dimension(), question.metrics()),
                "analytics-" + id,
                new Answers.Wanted(format, accept));
    }

    /** How much of the video is watched, part by part. */
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = RetentionView.class)),
                @Content(mediaType = Answers.CSV, schema = @Schema(type = "string"))
            })
    @Permit(value = "studio.read", scope = "analytics:read")
    @GetMapping("/retention")
    ResponseEntity<byte[]> retention(
            @PathVariable VideoId id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(required = false) @Nullable String accept,
            Actor actor) {
        var span = Span.of(Span.Wanted.days(from, to), clock.instant());
        var view = curves.of(access.video(id, actor), span);
        return answers.of(view, () -> Curves.table(view), "retention-" + id, new Answers.Wanted(format, accept));
    }

    /** How well it plays at those who watch it. */
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = QualityView.class)),
                @Content(mediaType = Answers.CSV, schema = @Schema(type = "string"))
            })
    @Permit(value = "studio.read", scope = "analytics:read")
    @GetMapping("/quality")
    ResponseEntity<byte[]> quality(
            @PathVariable VideoId id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(required = false) @Nullable String accept,
            Actor actor) {
        var span = Span.of(Span.Wanted.days(from, to), clock.instant());
        var view = qualities.of(access.video(id, actor), span);
        return answers.of(view, view::table, "quality-" + id, new Answers.Wanted(format, accept));
    }
}
