package com.socialflow.video.upload;

import com.socialflow.core.Problem;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.storage.StorageException;
import com.socialflow.video.upload.UploadBytes.Reception;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Resumable uploads as tus 1.0.0 has them. */
@Limited(RouteClass.UPLOADS)
@RestController
@RequestMapping("/api/v1/uploads")
class TusController {

    private final Uploads uploads;
    private final OwnUploads own;
    private final UploadBytes bytes;
    private final UploadSettings settings;

    TusController(Uploads uploads, OwnUploads own, UploadBytes bytes, UploadSettings settings) {
        this.uploads = uploads;
        this.own = own;
        this.bytes = bytes;
        this.settings = settings;
    }

    /** Before every request: both sides say which version they speak. */
    @ModelAttribute
    void agreeOnVersion(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(Tus.RESUMABLE, Tus.VERSION);
        if (!request.getMethod().equals("OPTIONS") && !Tus.VERSION.equals(request.getHeader(Tus.RESUMABLE))) {
            throw Problem.of(412, "tus-version", "send %s: %s", Tus.RESUMABLE, Tus.VERSION)
                    .header("Tus-Version", Tus.VERSION);
        }
    }

    @Permit(value = "upload.describe", scope = Permit.ANY_SCOPE)
    @RequestMapping(
            method = RequestMethod.OPTIONS,
            path = {"", "/{id}"})
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent()
                .header("Tus-Version", Tus.VERSION)
                .header("Tus-Extension", Tus.EXTENSIONS)
                .header("Tus-Max-Size", Long.toString(settings.maxSize().toBytes()))
                .header("Tus-Checksum-Algorithm", Checksum.ALGORITHMS)
                .build();
    }

    /** Announces an upload; a body is its first chunk already. */
    @Permit(value = "video.upload", scope = "videos:write")
    @PostMapping
    ResponseEntity<Void> create(
            @RequestHeader(name = Tus.LENGTH, required = false) @Nullable String length,
            @RequestHeader(name = Tus.METADATA, required = false) @Nullable String metadata,
            Actor actor,
            HttpServletRequest request)
            throws IOException {
        if (length == null && request.getHeader("Upload-Defer-Length") != null) {
            throw Problem.badRequest("length-required", "say the length first: it is checked before bytes are taken");
        }
        var size = Tus.bytes(Tus.LENGTH, length);
        var upload = UploadProblems.accepted(
                uploads.announce(actor, Tus.video(metadata), OptionalLong.of(size), metadata, true));
        var answer = ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/uploads/" + upload.id())
                .header(Tus.EXPIRES, Tus.date(upload.expiresAt()));
        if (Tus.CHUNK_TYPE.equals(request.getContentType())) {
            answer.header(Tus.OFFSET, Long.toString(append(upload, 0, request)));
        }
        return answer.build();
    }

    @Permit(value = "upload.continue", scope = "videos:write")
    @RequestMapping(method = RequestMethod.HEAD, path = "/{id}")
    ResponseEntity<Void> head(@PathVariable UploadId id, Actor actor) {
        var upload = find(id, actor);
        var answer = ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(Tus.OFFSET, Long.toString(reached(() -> bytes.look(upload))))
                .header(Tus.LENGTH, Long.toString(upload.size()))
                .header(Tus.EXPIRES, Tus.date(upload.expiresAt()));
        if (upload.metadata() != null) {
            answer.header(Tus.METADATA, upload.metadata());
        }
        return answer.build();
    }

    @Permit(value = "upload.continue", scope = "videos:write")
    @PatchMapping("/{id}")
    ResponseEntity<Void> patch(@PathVariable UploadId id, Actor actor, HttpServletRequest request) throws IOException {
        if (!Tus.CHUNK_TYPE.equals(request.getContentType())) {
            throw Problem.of(415, "media-type-not-supported", "a chunk is %s", Tus.CHUNK_TYPE);
        }
        var offset = Tus.bytes(Tus.OFFSET, request.getHeader(Tus.OFFSET));
        var upload = own.extend(find(id, actor));
        var reached = append(upload, offset, request);
        return ResponseEntity.noContent()
                .header(Tus.OFFSET, Long.toString(reached))
                .header(Tus.EXPIRES, Tus.date(upload.expiresAt()))
                .build();
    }

    private long append(Upload upload, long offset, HttpServletRequest request) throws IOException {
        var header = request.getHeader(Tus.CHECKSUM);
        var checksum = header == null
                ? null
                : Checksum.parse(header)
                        .orElseThrow(() -> Problem.badRequest(
                                "bad-checksum", "%s is one of %s and base64", Tus.CHECKSUM, Checksum.ALGORITHMS));
        var body = request.getInputStream();
        return reached(() -> bytes.append(upload, offset, body, length(request), checksum));
    }

    private static long reached(Supplier<Reception> work) {
        try {
            return switch (work.get()) {
                case Reception.Incomplete(var offset) -> offset;
                case Reception.Complete(var offset) -> offset;
                case Reception.Refusal refusal -> throw UploadProblems.of(refusal);
            };
        } catch (StorageException e) {
            throw UploadProblems.of(e);
        }
    }

    static OptionalLong length(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    @Permit(value = "upload.continue", scope = "videos:write")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UploadId id, Actor actor) {
        uploads.discard(find(id, actor).id());
        return ResponseEntity.noContent().build();
    }

    /** For clients whose HTTP library knows no PATCH (tus: X-HTTP-Method-Override). */
    @Permit(value = "upload.continue", scope = "videos:write")
    @PostMapping(path = "/{id}", headers = Tus.OVERRIDE + "=PATCH")
    ResponseEntity<Void> patchByPost(@PathVariable UploadId id, Actor actor, HttpServletRequest request)
            throws IOException {
        return patch(id, actor, request);
    }

    @Permit(value = "upload.continue", scope = "videos:write")
    @PostMapping(path = "/{id}", headers = Tus.OVERRIDE + "=DELETE")
    ResponseEntity<Void> deleteByPost(@PathVariable UploadId id, Actor actor) {
        return delete(id, actor);
    }

    private Upload find(UploadId id, Actor actor) {
        return switch (own.find(id, actor)) {
            case OwnUploads.Finding.Found(var upload) -> upload;
            case OwnUploads.Finding.NotFound() -> throw Problem.notFound("upload");
            case OwnUploads.Finding.Expired() ->
                throw Problem.of(410, "upload-expired", "its time is over: start again");
        };
    }
}
