package com.socialflow.video.playback;

import com.socialflow.core.AccountId;
import com.socialflow.core.VideoId;
import com.socialflow.video.access.VideoAccess;

/**
 * What decides who may play a video.
 *
 * @param visibility as the database writes it
 * @param epoch whose tokens are good
 */
record Permission(AccountId owner, String visibility, int epoch) {

    /** What policies ask of the video with that id, whose permission this is. */
    VideoAccess.Subject subject(VideoId video) {
        return new VideoAccess.Subject(video, owner, visibility);
    }
}
