package com.socialflow.views;

import java.util.List;

/**
 * How well a part played.
 *
 * @param startupMillis from the wish to play until the first picture; {@link #NO_START} when not in this part
 * @param height of the rendition that played last, in pixels; 0 when unknown
 * @param bitrate bits a second of that rendition; 0 when unknown
 * @param exitedBeforeStart the person left before the first picture
 */
public record Quality(
        long startupMillis,
        int stalls,
        long stalledMillis,
        int height,
        long bitrate,
        List<String> errors,
        boolean exitedBeforeStart,
        int droppedFrames) {

    public static final long NO_START = -1;

    public Quality {
        errors = List.copyOf(errors);
    }
}
