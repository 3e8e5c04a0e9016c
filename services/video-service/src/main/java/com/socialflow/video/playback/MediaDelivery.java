package com.socialflow.video.playback;

import com.socialflow.core.Problem;
import com.socialflow.platform.storage.ByteRange;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.storage.StoredObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends objects over HTTP: by redirect, from the kernel, or as a stream. */
@Component
class MediaDelivery {

    /** How often a playlist may be replaced between looking at it and reading it. */
    private static final int ATTEMPTS_MAX = 5;

    private final ObjectStorage storage;
    private final PlaybackSettings settings;

    MediaDelivery(ObjectStorage storage, PlaybackSettings settings) {
        this.storage = storage;
        this.settings = settings;
    }

    void send(MediaPath path, String cacheControl, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (redirected(path, request, response)) {
            return;
        }
        for (var attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            var object = storage.head(path.key()).orElseThrow(() -> Problem.notFound("media"));
            if (sent(object, cacheControl, request, response)) {
                return;
            }
        }
        throw Problem.unavailable("temporarily-unavailable", 1, "it is being replaced: try again");
    }

    /** Segments only: playlists and vtt files have addresses in them that are relative to this server. */
    private boolean redirected(MediaPath path, HttpServletRequest request, HttpServletResponse response) {
        if (!settings.redirect() || path.refers() || !request.getMethod().equals("GET")) {
            return false;
        }
        var address = storage.presignedGet(path.key(), settings.redirectLifetime());
        address.ifPresent(uri -> {
            response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
            response.setHeader("Location", uri.toString());
            response.setHeader("Cache-Control", "no-store");
        });
        return address.isPresent();
    }

    /** False when the object was replaced meanwhile, and nothing was sent. */
    private boolean sent(
            StoredObject object, String cacheControl, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("ETag", object.etag());
        response.setDateHeader("Last-Modified", object.lastModified().toEpochMilli());
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Cache-Control", cacheControl);
        switch (Conditions.of(request, object)) {
            case NOT_MODIFIED -> {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return true;
            }
            case FAILED -> throw Problem.of(412, "changed-meanwhile", "it is not what you expected");
            case HOLD -> {}
        }
        if (request.getMethod().equals("HEAD")) {
            response.setContentType(object.contentType());
            response.setContentLengthLong(object.size());
            return true;
        }
        var header = Conditions.rangeHolds(request, object) ? request.getHeader("Range") : null;
        return switch (RangeHeader.parse(header, object.size())) {
            case RangeHeader.Whole() -> {
                response.setStatus(HttpServletResponse.SC_OK);
                yield body(object, ByteRange.whole(object.size()), request, response);
            }
            case RangeHeader.Parts(var ranges)
            when ranges.size() == 1 -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                yield body(object, ranges.getFirst(), request, response);
            }
            case RangeHeader.Parts(var ranges) -> new Multipart(object, ranges).send(storage, response);
            case RangeHeader.Unsatisfiable() ->
                throw Problem.of(416, "range-not-satisfiable", "it has %d bytes", object.size())
                        .header("Content-Range", "bytes */" + object.size());
        };
    }

    private boolean body(StoredObject object, ByteRange range, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var file =
                ZeroCopy.possible(request, range.length()) ? storage.localPath(object.key()) : Optional.<Path>empty();
        if (file.isPresent()) {
            describe(object, range, response);
            ZeroCopy.send(request, file.get(), range);
            return true;
        }
        try (var content = storage.get(object.key(), range).orElseThrow(() -> Problem.notFound("media"))) {
            if (!content.object().etag().equals(object.etag())) {
                return false;
            }
            describe(object, range, response);
            content.stream().transferTo(response.getOutputStream());
            return true;
        }
    }

    private static void describe(StoredObject object, ByteRange range, HttpServletResponse response) {
        response.setContentType(object.contentType());
        response.setContentLengthLong(range.length());
        if (response.getStatus() == HttpServletResponse.SC_PARTIAL_CONTENT) {
            response.setHeader("Content-Range", Multipart.contentRange(range, object.size()));
        }
    }
}
