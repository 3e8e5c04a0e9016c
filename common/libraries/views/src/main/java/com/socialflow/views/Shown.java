package com.socialflow.views;

import com.socialflow.core.VideoId;

/**
 * A card of a video that could be seen, as a page told it once.
 *
 * @param id hash of the page's name for it: of one session and video it is one impression, however often it is told
 * @param atMillis when it was seen, as far as the page's word goes
 * @param clicked it was followed to the video
 * @param owner of the video was who looked
 */
public record Shown(VideoId video, long id, long atMillis, Source source, boolean clicked, boolean owner) {

    /** The hash of what a page calls an impression. */
    public static long idOf(String name) {
        return Session.of(name).high();
    }

    /** What tells it from the other impressions of its session. */
    public long key() {
        return Longs.mix(Longs.mix(video.value()) ^ id);
    }
}
