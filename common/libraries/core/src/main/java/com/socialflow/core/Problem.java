package com.socialflow.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A failure that a caller can do something about, in the words of RFC 9457: a status, a stable kebab-case code and a
 * sentence. Mapped once per protocol by the platform.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers = new TreeMap<>();
    private final transient Map<String, Object> extensions = new TreeMap<>();

    /** What is wrong with one field of the input: its path, a stable code, a sentence. */
    public record FieldError(String field, String code, String message) {}

    private Problem(int status, String code, String detail, List<FieldError> errors) {
        // Expected, thrown often and never looked at: a stack trace would cost more than the request.
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /** A problem with a status that has no method of its own here. */
    public static Problem of(int status, String code, String detail, Object... arguments) {
        return new Problem(status, code, format(detail, arguments), List.of());
    }

    /** 400: the request is malformed. */
    public static Problem badRequest(String code, String detail, Object... arguments) {
        return of(400, code, detail, arguments);
    }

    /** 401: no identity, or one that is not valid. */
    public static Problem unauthorized(String code, String detail, Object... arguments) {
        return of(401, code, detail, arguments).header("WWW-Authenticate", "Bearer");
    }

    /** 403: known, and not allowed. */
    public static Problem forbidden(String detail, Object... arguments) {
        return of(403, "forbidden", detail, arguments);
    }

    /** 404: not there, or hidden from this person, which look the same. */
    public static Problem notFound(String thing) {
        return of(404, thing + "-not-found", "there is no such %s", thing);
    }

    /** 409: at odds with the present state. */
    public static Problem conflict(String code, String detail, Object... arguments) {
        return of(409, code, detail, arguments);
    }

    /** 413: larger than allowed. */
    public static Problem tooLarge(String code, String detail, Object... arguments) {
        return of(413, code, detail, arguments);
    }

    /** 422: well-formed, and not acceptable. */
    public static Problem unprocessable(String code, String detail, Object... arguments) {
        return of(422, code, detail, arguments);
    }

    /** 422 with what is wrong field by field; at least one. */
    public static Problem invalid(List<FieldError> errors) {
        var names = new ArrayList<String>();
        errors.forEach(e -> names.add(e.field()));
        return new Problem(422, "invalid", "not acceptable: " + String.join(", ", names), errors);
    }

    /** 422 with what is wrong with one field. */
    public static Problem invalid(String field, String code, String message, Object... arguments) {
        return invalid(List.of(new FieldError(field, code, format(message, arguments))));
    }

    /** 429: try again after so many seconds. */
    public static Problem tooMany(String code, long retryAfterSeconds, String detail, Object... arguments) {
        return of(429, code, detail, arguments).header("Retry-After", Long.toString(retryAfterSeconds));
    }

    /** 503: not now; try again after so many seconds. */
    public static Problem unavailable(String code, long retryAfterSeconds, String detail, Object... arguments) {
        return of(503, code, detail, arguments).header("Retry-After", Long.toString(retryAfterSeconds));
    }

    /** Adds a header to the answer. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds a member to the answer's body (RFC 9457, section 3.2). */
    public Problem extension(String name, Object value) {
        extensions.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }

    private static String format(String text, Object... arguments) {
        return arguments.length == 0 ? text : String.format(Locale.ROOT, text, arguments);
    }
}
