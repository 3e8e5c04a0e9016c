package com.socialflow.video.upload;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import com.socialflow.platform.auth.Actor;
import com.socialflow.platform.limits.Limited;
import com.socialflow.platform.limits.RouteClass;
import com.socialflow.platform.policy.Permit;
import com.socialflow.platform.storage.StorageException;
import com.socialflow.video.catalogue.VideoView;
import com.socialflow.video.catalogue.VideoViews;
import com.socialflow.video.upload.UploadBytes.Reception;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** The simple upload: one request, the file's bytes as its body. */
@Limited(RouteClass.UPLOADS)
@RestController
class FileController {

    private final Uploads uploads;
    private final UploadBytes bytes;
    private final VideoViews videos;

    FileController(Uploads uploads, UploadBytes bytes, VideoViews videos) {
        this.uploads = uploads;
        this.bytes = bytes;
        this.videos = videos;
    }

    @Permit(value = "video.upload", scope = "videos:write")
    @PutMapping("/api/v1/videos/{id}/file")
    ResponseEntity<VideoView> put(@PathVariable VideoId id, Actor actor, HttpServletRequest request)
            throws IOException {
        refuseForms(request);
        var length = TusController.length(request);
        var upload = UploadProblems.accepted(uploads.announce(actor, id, length, null, false));
        try {
            switch (bytes.receive(upload, request.getInputStream(), length)) {
                case Reception.Complete _ -> {
                    // Answered below.
                }
                case Reception.Incomplete _ -> throw UploadProblems.empty();
                case Reception.TooLong() -> throw UploadProblems.tooLarge(upload.size());
                case Reception.Refusal refusal -> throw UploadProblems.of(refusal);
            }
        } catch (StorageException e) {
            throw UploadProblems.of(e);
        }
        return ResponseEntity.accepted().body(videos.find(id, actor).orElseThrow(() -> Problem.notFound("video")));
    }

    /** Their bytes are no file: they would be stored with their boundaries, or compressed, and fail as no video. */
    private static void refuseForms(HttpServletRequest request) {
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            throw Problem.of(415, "media-type-not-supported", "send the file's bytes as the body, not as a form");
        }
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(415, "encoding-not-supported", "send the file's bytes as they are");
        }
    }
}
