package com.socialflow.video.catalogue;

import com.socialflow.core.AccountId;
import com.socialflow.core.Page;
import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageRequest;
import com.socialflow.platform.web.PageView;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/videos")
class VideoController {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Videos videos;
    private final Deletions deletions;
    private final VideoViews views;

    VideoController(Videos videos, Deletions deletions, VideoViews views) {
        this.videos = videos;
        this.deletions = deletions;
        this.views = views;
    }

    @Permit(value = "video.create", scope = "videos:write")
    @PostMapping
    ResponseEntity<VideoView> create(@RequestBody ObjectNode body, Actor actor) {
        var details = DetailsPatch.create(body);
        var video = videos.create(actor.account(), details)
                .orElseThrow(() -> Problem.unprocessable(
                        "too-many-drafts", "upload to one of your %d drafts, or delete some", Videos.DRAFTS_MAX));
        var view = views.of(video);
        return ResponseEntity.created(URI.create("/api/v1/videos/" + video.id()))
                .eTag(view.etag())
                .body(view);
    }

    /** Answers 304 to whoever has this version; those who may not see it learn nothing. */
    @Permit(value = "video.read", scope = "videos:read")
    @GetMapping("/{id}")
    @Nullable
    ResponseEntity<VideoView> get(@PathVariable VideoId id, Optional<Actor> actor, WebRequest request) {
        var video = videos.find(id, actor).orElseThrow(() -> Problem.notFound("video"));
        var view = views.of(video);
        if (request.checkNotModified(view.etag())) {
            return null;
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .eTag(view.etag())
                .body(view);
    }

    @Permit(value = "video.list", scope = "videos:read")
    @GetMapping
    ResponseEntity<PageView<VideoView>> list(
            @RequestParam(defaultValue = "recent") String sort,
            @RequestParam(required = false) @Nullable AccountId owner,
            PageRequest page,
            Optional<Actor> actor) {
        if (!sort.equals("recent")) {
            throw Problem.badRequest("bad-sort", "videos are sorted by \"recent\"");
        }
        Page<Video> found = owner == null
                ? videos.recent(page.after(), page.limit())
                : videos.of(owner, actor, page.after(), page.limit());
        return PageView.of(views.of(found), view -> view);
    }

    /** A JSON merge patch (RFC 7396) of what its owner says of the video. */
    @Permit(value = "video.edit", scope = "videos:write")
    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MERGE_PATCH})
    ResponseEntity<VideoView> edit(
            @PathVariable VideoId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ObjectNode patch,
            Actor actor) {
        return switch (videos.edit(id, actor, version(ifMatch), details -> DetailsPatch.edit(details, patch))) {
            case Videos.EditOutcome.Edited(var video) -> {
                var view = views.of(video);
                yield ResponseEntity.ok().eTag(view.etag()).body(view);
            }
            case Videos.EditOutcome.NotFound() -> throw Problem.notFound("video");
            case Videos.EditOutcome.Refused() -> throw Problem.forbidden("only its owner changes a video");
            case Videos.EditOutcome.ChangedMeanwhile() ->
                throw Problem.of(412, "changed-meanwhile", "the video changed since you read it: read it again");
        };
    }

    /** The version in an entity tag that {@link VideoView#etag} wrote; one that it can't have written matches none. */
    private static OptionalLong version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        var tag = ifMatch.strip();
        var dash = tag.indexOf('-');
        try {
            return OptionalLong.of(Long.parseLong(tag, tag.startsWith("\"") ? 1 : 0, dash < 0 ? 0 : dash, 10));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return OptionalLong.of(-1);
        }
    }

    @Permit(value = "video.delete", scope = "videos:write")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable VideoId id, Actor actor) {
        return switch (deletions.delete(id, actor)) {
            case Deletions.DeleteOutcome.Deleted() ->
                ResponseEntity.status(HttpStatus.NO_CONTENT).build();
            case Deletions.DeleteOutcome.NotFound() -> throw Problem.notFound("video");
            case Deletions.DeleteOutcome.Refused() -> throw Problem.forbidden("only its owner deletes a video");
        };
    }
}
