package com.socialflow.analytics.studio;

import com.socialflow.analytics.studio.Analyses.Question;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Numbers of all videos of whoever asks. */
@RestController
@RequestMapping("/api/v1/studio")
class ChannelStudioController {

    /** As many as a page shows. */
    private static final int TOP_MAX = 50;

    private final Analyses analyses;
    private final Channels channels;
    private final Access access;
    private final Answers answers;
    private final Clock clock;

    ChannelStudioController(Analyses analyses, Channels channels, Access access, Answers answers, Clock clock) {
        this.analyses = analyses;
        this.channels = channels;
        this.access = access;
        this.answers = answers;
        this.clock = clock;
    }

    /** Series of metrics of all one's videos together, those deleted included. */
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
        var question = new Question(
                new Scope.Channel(actor.account()),
                span,
                StudioRequest.dimension(dimension),
                StudioRequest.metrics(metrics));
        var view = analyses.of(question);
        return answers.of(
                view,
                () -> AnalyticsTable.of(view, question.dimension(), question.metrics()),
                "analytics",
                new Answers.Wanted(format, accept));
    }

    /** The videos with the most views. */
    record TopVideos(List<TopView> items) {

        CsvTable table() {
            var table = new CsvTable("video", "title", "views", "watchSeconds");
            items.forEach(video -> table.row(video.id(), video.title(), video.views(), video.watchSeconds()));
            return table;
        }
    }

    /** The most watched first, at most 50; those that nobody watched are left out. */
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = TopVideos.class)),
                @Content(mediaType = Answers.CSV, schema = @Schema(type = "string"))
            })
    @Permit(value = "studio.read", scope = "analytics:read")
    @GetMapping("/videos")
    ResponseEntity<byte[]> videos(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(required = false) @Nullable String accept,
            Actor actor) {
        var span = Span.of(Span.Wanted.days(from, to), clock.instant());
        var view = new TopVideos(channels.top(actor.account(), span, TOP_MAX));
        return answers.of(view, view::table, "videos", new Answers.Wanted(format, accept));
    }

    /**
     * Views of the last 48 hours or 60 minutes, or plays that began in the last 60 seconds, of all one's videos or of
     * one.
     */
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = RealtimeView.class)),
                @Content(mediaType = Answers.CSV, schema = @Schema(type = "string"))
            })
    @Permit(value = "studio.read", scope = "analytics:read")
    @GetMapping("/realtime")
    ResponseEntity<byte[]> realtime(
            @RequestParam(defaultValue = "48h") String window,
            @RequestParam(required = false) @Nullable VideoId video,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(required = false) @Nullable String accept,
            Actor actor) {
        var view = channels.now(scope(video, actor), window);
        return answers.of(view, view::table, "realtime", new Answers.Wanted(format, accept));
    }

    /** One metric of several videos, from the day on which each was published. */
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ComparisonView.class)),
                @Content(mediaType = Answers.CSV, schema = @Schema(type = "string"))
            })
    @Permit(value = "studio.read", scope = "analytics:read")
    @GetMapping("/comparison")
    ResponseEntity<byte[]> comparison(
            @RequestParam String videos,
            @RequestParam(defaultValue = "views") String metric,
            @RequestParam(defaultValue = "28") int days,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(required = false) @Nullable String accept,
            Actor actor) {
        var wanted = Metric.find(metric);
        var span = StudioRequest.days(days);
        var view = channels.compare(access.videos(StudioRequest.videos(videos), actor), wanted, span);
        return answers.of(view, view::table, "comparison", new Answers.Wanted(format, accept));
    }

    /** Who watched, and from where, all one's videos or one. */
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = AudienceView.class)),
                @Content(mediaType = Answers.CSV, schema = @Schema(type = "string"))
            })
    @Permit(value = "studio.read", scope = "analytics:read")
    @GetMapping("/audience")
    ResponseEntity<byte[]> audience(
            @RequestParam(required = false) @Nullable VideoId video,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(required = false) @Nullable String accept,
            Actor actor) {
        var span = Span.of(Span.Wanted.days(from, to), clock.instant());
        var view = channels.audience(scope(video, actor), span);
        return answers.of(view, view::table, "audience", new Answers.Wanted(format, accept));
    }

    private Scope scope(@Nullable VideoId video, Actor actor) {
        if (video == null) {
            return new Scope.Channel(actor.account());
        }
        var own = access.video(video, actor);
        return new Scope.One(own.id(), own.owner());
    }
}
