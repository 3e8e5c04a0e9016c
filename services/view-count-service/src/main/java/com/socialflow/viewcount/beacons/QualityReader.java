package com.socialflow.viewcount.beacons;

import com.socialflow.views.Quality;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads how well something played. */
final class QualityReader {

    private static final String INVALID = "quality-invalid";

    /** Beyond it a player is not starting: it forgot to stop its clock. */
    private static final double STARTUP_MAX_SECONDS = 3_600;

    private static final double STALLED_MAX_SECONDS = 86_400;
    private static final int COUNT_MAX = 1_000_000;
    private static final int HEIGHT_MAX = 16_384;

    /** Bits a second: more than any screen shows. */
    private static final double BITRATE_MAX = 10e9;

    private static final int ERRORS_MAX = 8;
    private static final int ERROR_LENGTH_MAX = 64;

    private long startupMillis = Quality.NO_START;
    private int stalls;
    private long stalledMillis;
    private int height;
    private long bitrate;
    private List<String> errors = List.of();
    private boolean exitedBeforeStart;
    private int droppedFrames;

    /** The object that the parser stands at. */
    static Quality read(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new Unfit(INVALID);
        }
        var reader = new QualityReader();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                reader.field(name, json);
            }
        }
        return new Quality(
                reader.startupMillis,
                reader.stalls,
                reader.stalledMillis,
                reader.height,
                reader.bitrate,
                reader.errors,
                reader.exitedBeforeStart,
                reader.droppedFrames);
    }

    private void field(String name, JsonParser json) {
        switch (name) {
            case "startupSeconds" -> startupMillis = Values.millis(json, 0, STARTUP_MAX_SECONDS, INVALID);
            case "stalls" -> stalls = (int) Values.whole(json, COUNT_MAX, INVALID);
            case "stalledSeconds" -> stalledMillis = Values.millis(json, 0, STALLED_MAX_SECONDS, INVALID);
            case "height" -> height = (int) Values.whole(json, HEIGHT_MAX, INVALID);
            case "bitrate" -> bitrate = Math.round(Values.number(json, 0, BITRATE_MAX, INVALID));
            case "errors" -> errors = errors(json);
            case "exitedBeforeStart" -> exitedBeforeStart = Values.truth(json, INVALID);
            case "droppedFrames" -> droppedFrames = (int) Values.whole(json, COUNT_MAX, INVALID);
            default -> throw new Unfit("field-unknown");
        }
    }

    private static List<String> errors(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new Unfit(INVALID);
        }
        var codes = new ArrayList<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            var code = Values.text(json, ERROR_LENGTH_MAX, INVALID);
            if (codes.size() == ERRORS_MAX || !code.chars().allMatch(letter -> letter >= ' ' && letter <= '~')) {
                throw new Unfit(INVALID);
            }
            codes.add(code);
        }
        return codes;
    }
}
