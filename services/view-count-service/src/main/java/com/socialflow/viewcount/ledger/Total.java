package com.socialflow.viewcount.ledger;

import com.socialflow.core.VideoId;

/**
 * A video's numbers of all closed hours.
 *
 * @param through the first hour that is not in it, counted from 1970 on
 * @param uniqueViewers an estimate
 */
public record Total(VideoId video, long through, Tally tally, long uniqueViewers) {

    /** Of a video that no closed hour knows. */
    public static Total none(VideoId video) {
        return new Total(video, 0, Tally.NONE, 0);
    }
}
