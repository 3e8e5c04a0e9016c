package com.socialflow.video.catalogue;

import com.socialflow.core.VideoId;

/** Told of a video's deletion inside its transaction, to remove what else belongs to it. */
public interface VideoRemoval {

    /** The video's row is being deleted. */
    void removing(VideoId video);
}
