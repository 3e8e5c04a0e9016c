package com.socialflow.video.upload;

import com.socialflow.core.Problem;
import com.socialflow.core.VideoId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names and forms of tus 1.0.0 (tus.io/protocols/resumable-upload). */
final class Tus {

    static final String VERSION = "1.0.0";
    static final String EXTENSIONS = "creation,creation-with-upload,termination,checksum,expiration";
    static final String CHUNK_TYPE = "application/offset+octet-stream";
    static final int CHECKSUM_MISMATCH = 460;

    static final String RESUMABLE = "Tus-Resumable";
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String METADATA = "Upload-Metadata";
    static final String EXPIRES = "Upload-Expires";
    static final String CHECKSUM = "Upload-Checksum";
    static final String OVERRIDE = "X-HTTP-Method-Override";

    /** Room for a name and a handful of notes; it is kept with the upload. */
    static final int METADATA_MAX = 4_096;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");

    private Tus() {}

    /** RFC 9110's date, as {@code Upload-Expires} has it. */
    static String date(Instant time) {
        return DATE.format(time.atOffset(ZoneOffset.UTC));
    }

    /** A number of bytes in a header. */
    static long bytes(String header, @Nullable String value) {
        try {
            var bytes = value == null ? -1 : Long.parseLong(value.strip());
            if (bytes >= 0) {
                return bytes;
            }
        } catch (NumberFormatException e) {
            // The same answer as for a number that is none of bytes.
        }
        throw Problem.badRequest("bad-header", "%s is a number of bytes", header);
    }

    /** The video that {@code Upload-Metadata} names under {@code video}. */
    static VideoId video(@Nullable String header) {
        var metadata = metadata(header);
        if (!metadata.containsKey("video")) {
            throw Problem.invalid("Upload-Metadata.video", "required", "name the video in Upload-Metadata");
        }
        try {
            return VideoId.parse(metadata.get("video"));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("video");
        }
    }

    private static Map<String, String> metadata(@Nullable String header) {
        var metadata = new HashMap<String, String>();
        if (header == null || header.isBlank()) {
            return metadata;
        }
        if (header.length() > METADATA_MAX) {
            throw Problem.invalid(METADATA, "too-long", "at most %d characters", METADATA_MAX);
        }
        for (var pair : header.split(",", -1)) {
            var parts = pair.strip().split(" ", 2);
            if (!KEY.matcher(parts[0]).matches()
                    || metadata.put(parts[0], parts.length == 2 ? text(parts[1]) : "") != null) {
                throw malformed();
            }
        }
        return metadata;
    }

    private static String text(String base64) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64.strip())))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return Problem.badRequest(
                "bad-header", "%s is \"key base64,key base64\", each key once, the values in UTF-8", METADATA);
    }
}
