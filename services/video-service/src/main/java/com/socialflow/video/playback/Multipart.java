package com.socialflow.video.playback;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.socialflow.core.Problem;
import com.socialflow.platform.storage.ByteRange;
import com.socialflow.platform.storage.ObjectStorage;
import com.socialflow.platform.storage.StoredObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Several ranges in one answer (RFC 9110, section 14.6). */
record Multipart(StoredObject object, List<ByteRange> ranges) {

    /** What no media file contains by accident. */
    private static final String BOUNDARY = "sf-4q0r8w2k5m7t9v1x3z6b";

    private static final String END = "\r\n--" + BOUNDARY + "--\r\n";

    static String contentRange(ByteRange range, long size) {
        return "bytes %d-%d/%d".formatted(range.first(), range.last(), size);
    }

    /** False when the object was replaced meanwhile, and nothing was sent. */
    boolean send(ObjectStorage storage, HttpServletResponse response) throws IOException {
        var first = true;
        for (var range : ranges) {
            try (var content = storage.get(object.key(), range).orElseThrow(() -> Problem.notFound("media"))) {
                var same = content.object().etag().equals(object.etag());
                if (!same && first) {
                    return false;
                }
                if (!same) {
                    throw new IOException(object.key() + " was replaced while it was sent");
                }
                if (first) {
                    describe(response);
                    first = false;
                }
                response.getOutputStream().write(head(range).getBytes(ISO_8859_1));
                content.stream().transferTo(response.getOutputStream());
            }
        }
        response.getOutputStream().write(END.getBytes(ISO_8859_1));
        return true;
    }

    private void describe(HttpServletResponse response) {
        var length = (long) END.length();
        for (var range : ranges) {
            length += head(range).length() + range.length();
        }
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setContentType("multipart/byteranges; boundary=" + BOUNDARY);
        response.setContentLengthLong(length);
    }

    private String head(ByteRange range) {
        return "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
                .formatted(BOUNDARY, object.contentType(), contentRange(range, object.size()));
    }
}
