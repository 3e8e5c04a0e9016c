package com.socialflow.viewcount.impressions;

import com.socialflow.core.Problem;
import com.socialflow.viewcount.beacons.Rejection;
import com.socialflow.viewcount.beacons.Unfit;
import com.socialflow.viewcount.beacons.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the impressions of a body as a stream. One that does not fit is passed over; a body that is no JSON, of another
 * shape, or without a session that fits is refused as a whole.
 */
final class BatchReader {

    /** A page shows some dozens of cards; one that was offline tells of all at once. */
    static final int IMPRESSIONS_MAX = 100;

    /** {"impressions": [{}]} has three. */
    private static final int DEPTH_MAX = 8;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    private static final String SESSION = "session";
    private static final String IMPRESSIONS = "impressions";

    private final JsonParser json;
    private final List<Told> told = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private @Nullable String session;

    private BatchReader(JsonParser json) {
        this.json = json;
    }

    /**
     * The impressions of a body {@code {"session": "...", "impressions": [...]}}.
     *
     * @throws Problem 400 {@code malformed}, 422 {@code session-missing}, {@code session-invalid},
     *     {@code too-many-impressions}
     */
    static Batch read(byte[] body) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), body)) {
            return new BatchReader(json).body();
        } catch (JacksonException e) {
            throw malformed("the body is no JSON that fits");
        } catch (Unfit unfit) {
            throw Problem.unprocessable(unfit.code(), "the page's session does not fit: %s", unfit.code());
        }
    }

    private static Problem malformed(String detail) {
        return Problem.badRequest("malformed", detail);
    }

    private Batch body() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw malformed("the body is a JSON object");
        }
        var seen = new HashSet<String>();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            if (!seen.add(name)) {
                throw malformed("the body has a field twice");
            }
            json.nextToken();
            switch (name) {
                case SESSION -> session = Values.name(json, "session-invalid");
                case IMPRESSIONS -> several();
                default -> throw malformed("the body has \"session\" and \"impressions\" and nothing else");
            }
        }
        if (json.nextToken() != null) {
            throw malformed("something follows the JSON");
        }
        if (!seen.contains(IMPRESSIONS)) {
            throw malformed("the body has \"impressions\"");
        }
        var name = session;
        if (name == null) {
            throw new Unfit("session-missing");
        }
        return new Batch(name, told, rejected);
    }

    private void several() {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw malformed("\"impressions\" is a list");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (told.size() + rejected.size() == IMPRESSIONS_MAX) {
                throw Problem.unprocessable(
                        "too-many-impressions", "a request has at most %d impressions", IMPRESSIONS_MAX);
            }
            if (json.currentToken() == JsonToken.START_OBJECT) {
                one();
            } else {
                json.skipChildren();
                reject("not-an-object");
            }
        }
    }

    /** Reads to the end of the object, whatever is in it. */
    private void one() {
        var inside = json.streamReadContext().getNestingDepth();
        try {
            var fields = new Told.Fields();
            var seen = new HashSet<String>();
            for (var name = json.nextName(); name != null; name = json.nextName()) {
                if (!seen.add(name)) {
                    throw new Unfit("field-twice");
                }
                if (json.nextToken() != JsonToken.VALUE_NULL) {
                    field(name, fields);
                }
            }
            told.add(fields.told(told.size() + rejected.size()));
        } catch (Unfit unfit) {
            while (json.streamReadContext().getNestingDepth() >= inside) {
                json.nextToken();
            }
            reject(unfit.code());
        }
    }

    private void field(String name, Told.Fields to) {
        switch (name) {
            case "video" -> to.video = Values.video(json);
            case "id" -> to.id = Values.name(json, "id-invalid");
            case "source" -> to.source = Values.source(json);
            case "seenSeconds" -> to.seenMillis = Values.millis(json, 0, Values.CLOCK_MAX_SECONDS, "seen-invalid");
            case "clicked" -> to.clicked = Values.truth(json, "clicked-invalid");
            default -> throw new Unfit("field-unknown");
        }
    }

    private void reject(String code) {
        rejected.add(new Rejection(told.size() + rejected.size(), code));
    }
}
