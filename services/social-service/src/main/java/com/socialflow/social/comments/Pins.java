package com.socialflow.social.comments;

import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The comment that stands first below a video: one at most. */
@Component
class Pins {

    private final CurationStore store;

    Pins(CurationStore store) {
        this.store = store;
    }

    /** Pins the comment in place of another. */
    @Transactional
    void pin(VideoId video, PostId comment) {
        store.lock(video);
        store.unpinOthers(video, comment);
        store.pin(comment);
    }
}
