package com.socialflow.social.videos;

import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.core.VideoId;
import com.socialflow.platform.recurring.Recurring;
import com.socialflow.platform.recurring.Round;
import com.socialflow.social.posts.Removal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes back what was said about deleted videos, post by post, however many there are and however often this process is
 * killed meanwhile.
 */
@Component
class Farewells {

    private static final Logger log = LoggerFactory.getLogger(Farewells.class);

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final int VIDEO_BATCH = 20;

    /** Each is a transaction of its own: a comment that cannot go holds up no other. */
    private static final int COMMENT_BATCH = 200;

    private final KnownVideoStore videos;
    private final FarewellStore comments;
    private final Removal removal;
    private final Round round;

    Farewells(KnownVideoStore videos, FarewellStore comments, Removal removal, Recurring recurring) {
        this.videos = videos;
        this.comments = comments;
        this.removal = removal;
        this.round = recurring.every(PAUSE, "video-farewells", this::run);
    }

    /** Looks at once which videos are gone. */
    void soon() {
        round.wake();
    }

    void run() {
        for (var video : videos.gone(VIDEO_BATCH)) {
            try {
                takeBack(video);
            } catch (RuntimeException e) {
                log.error("comments on the deleted video {} stay and will be tried again", video, e);
            }
        }
    }

    /** Takes back some of what was said about the videos of somebody who is gone, in the caller's transaction. */
    int takeBackOf(AccountId owner, int limit) {
        var left = comments.leftOf(owner, limit);
        left.forEach(removal::delete);
        if (!left.isEmpty()) {
            return left.size();
        }
        var forgotten = comments.videosOf(owner, limit);
        forgotten.forEach(this::forget);
        return forgotten.size();
    }

    private void forget(VideoId video) {
        comments.deleteSettings(video);
        videos.delete(video);
    }

    private void takeBack(VideoId video) {
        var batch = comments.left(video, COMMENT_BATCH);
        while (!batch.isEmpty() && !Thread.currentThread().isInterrupted()) {
            for (PostId comment : batch) {
                removal.delete(comment);
            }
            batch = comments.left(video, COMMENT_BATCH);
        }
        if (batch.isEmpty()) {
            forget(video);
        }
    }
}
