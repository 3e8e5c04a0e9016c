package com.socialflow.viewcount.beacons;

import com.socialflow.core.VideoId;
import com.socialflow.views.Event;
import com.socialflow.views.Part;
import com.socialflow.views.Quality;
import com.socialflow.views.Source;
import org.jspecify.annotations.Nullable;

/**
 * A beacon as its player told it, possible or not. Times are milliseconds.
 *
 * @param index in its request
 * @param video null: the request's path names it
 * @param sequence {@link #NONE} when the player gave none
 * @param elapsedMillis the player's clock at the end of the part; {@link #NONE} when it has none
 * @param sentMillis the same clock as it was sent; {@link #NONE} when it did not say
 */
record Told(
        int index,
        @Nullable VideoId video,
        String session,
        long sequence,
        Part part,
        long elapsedMillis,
        long sentMillis,
        Source source,
        boolean live,
        @Nullable Quality quality) {

    static final long NONE = -1;

    /** When it was sent, the event and the rest: null is what the player left out. */
    static final class Fields {

        @Nullable
        VideoId video;

        @Nullable
        String session;

        long @Nullable [] intervals;
        long sequence = NONE;
        long positionMillis = NONE;
        long elapsedMillis = NONE;
        long sentMillis = NONE;
        float rate = 1;
        long hiddenMillis;
        Event event = Event.UNKNOWN;
        Source source = Source.UNKNOWN;
        boolean live;

        @Nullable
        Quality quality;

        /** The beacon of these fields. */
        Told told(int index, boolean namesVideo) {
            var name = session;
            var played = intervals;
            if (name == null) {
                throw new Unfit("session-missing");
            }
            if (played == null) {
                throw new Unfit("intervals-missing");
            }
            if (namesVideo && video == null) {
                throw new Unfit("video-missing");
            }
            var position = positionMillis != NONE ? positionMillis : played.length == 0 ? 0 : played[played.length - 1];
            var part = new Part(played, position, rate, hiddenMillis, event);
            return new Told(index, video, name, sequence, part, elapsedMillis, sentMillis, source, live, quality);
        }
    }
}
