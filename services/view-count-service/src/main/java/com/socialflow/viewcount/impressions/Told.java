package com.socialflow.viewcount.impressions;

import com.socialflow.core.VideoId;
import com.socialflow.viewcount.beacons.Unfit;
import com.socialflow.views.Source;
import org.jspecify.annotations.Nullable;

/**
 * An impression as its page told it.
 *
 * @param index in its request
 * @param id what the page calls it
 * @param seenMillis how long before the request it was seen
 * @param clicked it was followed
 */
record Told(int index, VideoId video, String id, Source source, long seenMillis, boolean clicked) {

    /** Null is what the page left out. */
    static final class Fields {

        @Nullable
        VideoId video;

        @Nullable
        String id;

        Source source = Source.UNKNOWN;
        long seenMillis;
        boolean clicked;

        /** The impression of these fields. */
        Told told(int index) {
            var about = video;
            var name = id;
            if (about == null) {
                throw new Unfit("video-missing");
            }
            if (name == null) {
                throw new Unfit("id-missing");
            }
            return new Told(index, about, name, source, seenMillis, clicked);
        }
    }
}
