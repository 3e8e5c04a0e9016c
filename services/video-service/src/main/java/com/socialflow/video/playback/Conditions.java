package com.socialflow.video.playback;

import com.socialflow.platform.storage.StoredObject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/** Conditional requests, in the order of RFC 9110, section 13.2.2. */
enum Conditions {
    /** The object is to be sent. */
    HOLD,
    /** The client has it already: 304. */
    NOT_MODIFIED,
    /** The client expected another: 412. */
    FAILED;

    private static final long ABSENT = -1;

    static Conditions of(HttpServletRequest request, StoredObject object) {
        var modified = object.lastModified().getEpochSecond();
        var ifMatch = request.getHeader("If-Match");
        if (ifMatch != null) {
            if (!lists(ifMatch, object.etag(), false)) {
                return FAILED;
            }
        } else {
            var unmodifiedSince = seconds(request, "If-Unmodified-Since");
            if (unmodifiedSince != ABSENT && modified > unmodifiedSince) {
                return FAILED;
            }
        }
        var ifNoneMatch = request.getHeader("If-None-Match");
        if (ifNoneMatch != null) {
            return lists(ifNoneMatch, object.etag(), true) ? NOT_MODIFIED : HOLD;
        }
        var modifiedSince = seconds(request, "If-Modified-Since");
        return modifiedSince != ABSENT && modified <= modifiedSince ? NOT_MODIFIED : HOLD;
    }

    /** Whether a range may be sent: {@code If-Range} names the object as it is now (section 13.1.5). */
    static boolean rangeHolds(HttpServletRequest request, StoredObject object) {
        var ifRange = request.getHeader("If-Range");
        if (ifRange == null) {
            return true;
        }
        if (ifRange.startsWith("\"") || ifRange.startsWith("W/")) {
            return ifRange.strip().equals(object.etag());
        }
        return seconds(request, "If-Range") == object.lastModified().getEpochSecond();
    }

    private static boolean lists(String header, String etag, boolean weakly) {
        return header.strip().equals("*")
                || Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals(etag) || (weakly && tag.equals("W/" + etag)));
    }

    /** A date of HTTP; one that is none counts as absent. */
    private static long seconds(HttpServletRequest request, String header) {
        try {
            var millis = request.getDateHeader(header);
            return millis == -1 ? ABSENT : Math.floorDiv(millis, 1000L);
        } catch (IllegalArgumentException e) {
            return ABSENT;
        }
    }
}
