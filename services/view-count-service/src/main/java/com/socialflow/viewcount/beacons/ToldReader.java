package com.socialflow.viewcount.beacons;

import com.socialflow.views.Beacon;
import com.socialflow.views.Event;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the fields of one beacon. */
final class ToldReader {

    private static final int WORD_MAX = 16;

    /** Of one part. A player that jumped about more often tells of it in two. */
    static final int INTERVALS_MAX = 32;

    /** Some four months of content: more than any stream lasts, and exact as milliseconds. */
    private static final double CONTENT_MAX_SECONDS = 10_000_000;

    private static final double RATE_MIN = 0.01;
    private static final double RATE_MAX = 100;

    private static final Map<String, Event> EVENTS = Values.words(Event.values());

    private ToldReader() {}

    /** Reads the value that the parser stands at into the field of this name. */
    static void read(String name, JsonParser json, Told.Fields to, boolean namesVideo) {
        switch (name) {
            case "session" -> to.session = Values.name(json, "session-invalid");
            case "sequence" -> to.sequence = Values.whole(json, Beacon.SEQUENCE_HASHED - 1, "sequence-invalid");
            case "intervals" -> to.intervals = intervals(json);
            case "positionSeconds" ->
                to.positionMillis = Values.millis(json, 0, CONTENT_MAX_SECONDS, "position-invalid");
            case "elapsedSeconds" ->
                to.elapsedMillis = Values.millis(json, 0, Values.CLOCK_MAX_SECONDS, "elapsed-invalid");
            case "sentSeconds" -> to.sentMillis = Values.millis(json, 0, Values.CLOCK_MAX_SECONDS, "sent-invalid");
            case "rate" -> to.rate = (float) Values.number(json, RATE_MIN, RATE_MAX, "rate-invalid");
            case "hiddenSeconds" ->
                to.hiddenMillis = Values.millis(json, 0, Values.CLOCK_MAX_SECONDS, "hidden-invalid");
            case "event" -> to.event = Values.word(json, EVENTS, WORD_MAX, "event-unknown");
            case "source" -> to.source = Values.source(json);
            case "live" -> to.live = Values.truth(json, "live-invalid");
            case "quality" -> to.quality = QualityReader.read(json);
            case "video" -> {
                if (!namesVideo) {
                    throw new Unfit("field-unknown");
                }
                to.video = Values.video(json);
            }
            default -> throw new Unfit("field-unknown");
        }
    }

    private static long[] intervals(JsonParser json) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new Unfit("intervals-invalid");
        }
        var ends = new long[4];
        var count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (count == 2 * INTERVALS_MAX) {
                throw new Unfit("too-many-intervals");
            }
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, 2 * count);
            }
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw new Unfit("intervals-invalid");
            }
            ends[count++] = end(json);
            ends[count++] = end(json);
            if (json.nextToken() != JsonToken.END_ARRAY) {
                throw new Unfit("intervals-invalid");
            }
        }
        return Arrays.copyOf(ends, count);
    }

    private static long end(JsonParser json) {
        json.nextToken();
        return Values.millis(json, -CONTENT_MAX_SECONDS, CONTENT_MAX_SECONDS, "intervals-invalid");
    }
}
