package com.socialflow.analytics.studio;

import com.socialflow.core.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gives an answer as JSON or as a table, with an ETag: pages ask again and again for what rarely changed. */
@Component
class Answers {

    static final String CSV = "text/csv";

    private static final MediaType CSV_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String PRIVATE = "private, no-cache";

    /** Of a hash: enough that two answers never share one. */
    private static final int ETAG_BYTES = 16;

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    /** How somebody wants it: a parameter says so, or else the header. */
    record Wanted(@Nullable String format, @Nullable String accept) {

        boolean csv() {
            if (format != null) {
                return switch (format) {
                    case "csv" -> true;
                    case "json" -> false;
                    default -> throw Problem.invalid("format", "unknown", "format is json or csv");
                };
            }
            return accept != null && firstIsCsv(accept);
        }

        private static boolean firstIsCsv(String accept) {
            try {
                var types = MediaType.parseMediaTypes(accept);
                return !types.isEmpty() && types.getFirst().equalsTypeAndSubtype(CSV_TYPE);
            } catch (InvalidMediaTypeException e) {
                return false;
            }
        }
    }

    ResponseEntity<byte[]> of(Object view, Supplier<CsvTable> table, String name, Wanted wanted) {
        var csv = wanted.csv();
        var body = csv ? table.get().toString().getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(view);
        var answer = ResponseEntity.ok()
                .eTag('"' + hash(body) + '"')
                .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .contentType(csv ? CSV_TYPE : MediaType.APPLICATION_JSON);
        if (csv) {
            answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(name));
        }
        return answer.body(body);
    }

    private static String hash(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash, 0, ETAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
