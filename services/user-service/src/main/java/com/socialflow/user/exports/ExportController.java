package com.socialflow.user.exports;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.web.PageView;
import com.socialflow.user.exports.Exports.RequestOutcome.Accepted;
import com.socialflow.user.exports.Exports.RequestOutcome.Gone;
import com.socialflow.user.exports.Exports.RequestOutcome.TooSoon;
import com.socialflow.user.exports.Exports.RequestOutcome.UnderWay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me/exports")
class ExportController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Exports exports;
    private final ExportRounds rounds;

    ExportController(Exports exports, ExportRounds rounds) {
        this.exports = exports;
        this.rounds = rounds;
    }

    record ExportView(
            ExportId id,
            String state,
            double progress,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Long bytes) {

        static ExportView of(Export export) {
            return new ExportView(
                    export.id(),
                    export.state().text(),
                    export.progress(),
                    export.createdAt(),
                    export.expiresAt(),
                    export.bytes());
        }
    }

    @PostMapping
    @Permit("export.request")
    ResponseEntity<ExportView> request(Actor actor) {
        return switch (exports.request(actor.account())) {
            case Accepted(var export) -> {
                rounds.soon();
                yield ResponseEntity.accepted().body(ExportView.of(export));
            }
            case UnderWay() -> throw Problem.conflict("export-under-way", "your archive is being made already");
            case TooSoon(var retryAfter) ->
                throw Problem.tooMany(
                        "export-too-soon", retryAfter.toSeconds() + 1, "one archive a day: fetch the last one");
            case Gone() -> throw Problem.unauthorized("authentication-required", "this account is gone");
        };
    }

    @GetMapping
    @Permit("export.list")
    PageView<ExportView> list(Actor actor) {
        return new PageView<>(
                exports.of(actor.account()).stream().map(ExportView::of).toList(), null);
    }

    @GetMapping("/{id}/file")
    @Permit("export.download")
    ResponseEntity<InputStreamResource> file(@PathVariable ExportId id, Actor actor) {
        var content = exports.open(id, actor.account()).orElseThrow(() -> Problem.notFound("export"));
        var name = ContentDisposition.attachment()
                .filename("social-flow-" + id + ".zip")
                .build();
        return ResponseEntity.ok()
                .contentType(ZIP)
                .contentLength(content.object().size())
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(new InputStreamResource(content.stream()));
    }
}
