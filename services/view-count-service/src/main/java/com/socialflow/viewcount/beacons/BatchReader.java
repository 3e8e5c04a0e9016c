package com.socialflow.viewcount.beacons;

import com.socialflow.core.Problem;
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
 * Reads the beacons of a body as a stream, without a tree of it in between. A beacon that does not fit is passed over;
 * a body that is no JSON, or of another shape, is refused as a whole, and so is a beacon that came alone.
 */
final class BatchReader {

    /** A page that was offline for a quarter of an hour tells of it at once. */
    static final int BEACONS_MAX = 100;

    /** {"beacons": [{"intervals": [[ ]]}]} has five. */
    private static final int DEPTH_MAX = 8;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    private static final String BEACONS = "beacons";

    /** What codes of fields that are unknown, or there twice, begin with. */
    private static final String FIELD = "field-";

    private final JsonParser json;
    private final boolean namesVideo;
    private final List<Told> told = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();

    private BatchReader(JsonParser json, boolean namesVideo) {
        this.json = json;
        this.namesVideo = namesVideo;
    }

    /**
     * The beacons of a body: an object {@code {"beacons": [...]}}, or one beacon.
     *
     * @param namesVideo whether each names its video; then there is no single one
     * @throws Problem 400 {@code malformed}, 422 {@code too-many-beacons}, 422 with the code of a beacon that came
     *     alone
     */
    static Batch read(byte[] body, boolean namesVideo) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), body)) {
            var reader = new BatchReader(json, namesVideo);
            reader.body();
            return new Batch(reader.told, reader.rejected);
        } catch (JacksonException e) {
            throw malformed("the body is no JSON that fits");
        }
    }

    private static Problem malformed(String detail, Object... arguments) {
        return Problem.badRequest("malformed", detail, arguments);
    }

    private void body() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw malformed("the body is a JSON object");
        }
        var first = json.nextName();
        if (BEACONS.equals(first)) {
            several();
        } else if (namesVideo) {
            throw malformed("the body has \"beacons\" and nothing else");
        } else {
            one(first);
            rejected.forEach(only -> refuse(only.code()));
        }
        if (json.nextToken() != null) {
            throw malformed("something follows the JSON");
        }
    }

    /** A beacon that came alone is the whole request. */
    private static void refuse(String code) {
        if (code.startsWith(FIELD)) {
            throw malformed("the beacon has a field that does not belong there");
        }
        throw Problem.unprocessable(code, "the beacon does not fit: %s", code);
    }

    private void several() {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            throw malformed("\"beacons\" is a list");
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (told.size() + rejected.size() == BEACONS_MAX) {
                throw Problem.unprocessable("too-many-beacons", "a request has at most %d beacons", BEACONS_MAX);
            }
            if (json.currentToken() == JsonToken.START_OBJECT) {
                one(json.nextName());
            } else {
                json.skipChildren();
                reject("not-an-object");
            }
        }
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw malformed("the body has \"beacons\" and nothing else");
        }
    }

    /** Reads a beacon from its first name on, to its end whatever is in it. */
    private void one(@Nullable String first) {
        var inside = first == null ? 0 : json.streamReadContext().getNestingDepth();
        try {
            var fields = new Told.Fields();
            var seen = new HashSet<String>();
            for (var name = first; name != null; name = json.nextName()) {
                if (!seen.add(name)) {
                    throw new Unfit("field-twice");
                }
                if (json.nextToken() != JsonToken.VALUE_NULL) {
                    ToldReader.read(name, json, fields, namesVideo);
                }
            }
            told.add(fields.told(told.size() + rejected.size(), namesVideo));
        } catch (Unfit unfit) {
            while (inside > 0 && json.streamReadContext().getNestingDepth() >= inside) {
                json.nextToken();
            }
            reject(unfit.code());
        }
    }

    private void reject(String code) {
        rejected.add(new Rejection(told.size() + rejected.size(), code));
    }
}
